import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";

/**
 * Ends an API key: its next request is refused. The name stays taken, so that what it reported can be told apart.
 * @throws DomainError NOT_FOUND when no key of this name is in use
 */
export async function revokeApiKey(app: Pick<App, "database">, name: string): Promise<void> {
  const { rowCount } = await app.database.pool.query(
    "update api_keys set revoked_at = now() where name = $1 and revoked_at is null",
    [name],
  );
  if (rowCount !== 1) throw new DomainError("NOT_FOUND", { what: `An API key in use called "${name}"` });
}
