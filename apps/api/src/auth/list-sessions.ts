import type { App } from "../app.ts";
import type { Viewer } from "./viewer.ts";

/** A place where a person is signed in. */
export interface Session {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

const MOST = 100;

/** The viewer's live sessions, the asking one first, then newest first; at most 100. */
export async function listSessions(app: Pick<App, "database">, viewer: Viewer): Promise<Session[]> {
  const { rows } = await app.database.pool.query<Session>(
    `select id, device, created_at as "createdAt", expires_at as "expiresAt", id = $2 as "current"
     from sessions
     where ${viewer.role === "admin" ? "admin_id" : "partner_id"} = $1 and revoked_at is null and expires_at > now()
     order by id = $2 desc, created_at desc, id limit $3`,
    [viewer.id, viewer.sessionId, MOST],
  );
  return rows;
}
