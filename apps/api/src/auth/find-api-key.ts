import type { App } from "../app.ts";

/** A server that may report events. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
}

/** Every key starts with it, so that people and secret scanners recognise one that leaked. */
export const API_KEY_PREFIX = "cf_";

/** Whose key this is; null when it is unknown or was revoked. Looked up each time: revoking works at once. */
export async function findApiKey(
  app: Pick<App, "database" | "secrets">,
  key: string,
): Promise<ApiKey | null> {
  if (!key.startsWith(API_KEY_PREFIX)) return null;
  const hmacs = app.secrets.hmacs("api-key", key);
  const { rows } = await app.database.pool.query<ApiKey & { hmac: Buffer }>({
    name: "find-api-key",
    text: "select id, name, key_hmac as hmac from api_keys where key_hmac = any($1) and revoked_at is null",
    values: [hmacs],
  });
  const [found] = rows;
  const [current] = hmacs;
  if (!found || !current) return null;
  // Keys have no end of their own: one that is in use moves to the current secret, or it would die with the previous one.
  if (!found.hmac.equals(current))
    await app.database.pool.query("update api_keys set key_hmac = $2 where id = $1", [found.id, current]);
  return { id: found.id, name: found.name };
}
