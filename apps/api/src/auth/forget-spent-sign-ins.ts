import type { App } from "../app.ts";

/** Short statements: nobody who signs in meanwhile waits for them. */
const BATCH = 5_000;

const SPENT_LINKS = "select id from magic_links where expires_at < now() - interval '1 day' limit $1";
const ENDED_SESSIONS =
  "select id from sessions where least(expires_at, revoked_at) < now() - interval '30 days' limit $1";

export interface Forgotten {
  readonly magicLinks: number;
  readonly sessions: number;
}

/** Deletes sign-in links a day after they expired, and sessions 30 days after they ended or expired. */
export async function forgetSpentSignIns(app: Pick<App, "database">): Promise<Forgotten> {
  return {
    magicLinks: await deleteAll(app, "magic_links", SPENT_LINKS),
    sessions: await deleteAll(app, "sessions", ENDED_SESSIONS),
  };
}

async function deleteAll(
  { database }: Pick<App, "database">,
  table: string,
  selection: string,
): Promise<number> {
  for (let deleted = 0; ; ) {
    const { rowCount } = await database.pool.query(`delete from ${table} where id in (${selection})`, [
      BATCH,
    ]);
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return deleted;
  }
}
