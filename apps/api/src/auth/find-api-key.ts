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
  const { rows } = await app.database.pool.query<ApiKey>({
    name: "find-api-key",
    text: "select id, name from api_keys where key_hmac = $1 and revoked_at is null",
    values: [app.secrets.hmac("api-key", key)],
  });
  return rows[0] ?? null;
}
