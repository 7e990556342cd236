import { DomainError } from "@contentflow/domain/errors";
import { parseText } from "@contentflow/domain/text";
import type { App } from "../app.ts";
import { randomToken } from "../security/secrets.ts";
import { API_KEY_PREFIX } from "./find-api-key.ts";

const NAME_LENGTH = 100;

/**
 * A new key for `/v1/events`, named after who will use it. Only here can it be read: the database holds its HMAC.
 * @throws DomainError BAD_USER_INPUT (name), CONFLICT (the name was given before, also to a key since revoked)
 */
export async function createApiKey(
  app: Pick<App, "database" | "secrets">,
  name: string,
): Promise<{ key: string; name: string }> {
  const parsed = parseText(name, { field: "name", max: NAME_LENGTH });
  const key = `${API_KEY_PREFIX}${randomToken()}`;
  const { rowCount } = await app.database.pool.query(
    "insert into api_keys (name, key_hmac) values ($1, $2) on conflict (name) do nothing",
    [parsed, app.secrets.hmac("api-key", key)],
  );
  if (rowCount !== 1) throw new DomainError("CONFLICT", { reason: "A key of this name exists already" });
  return { key, name: parsed };
}
