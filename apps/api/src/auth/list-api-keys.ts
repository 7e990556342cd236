import type { App } from "../app.ts";

/** What is known of a key; the key itself is not. */
export interface ListedApiKey {
  readonly name: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

/** All keys there ever were, oldest first. */
export async function listApiKeys(app: Pick<App, "database">): Promise<ListedApiKey[]> {
  const { rows } = await app.database.pool.query<ListedApiKey>(
    `select name, created_at as "createdAt", revoked_at as "revokedAt" from api_keys order by created_at, name`,
  );
  return rows;
}
