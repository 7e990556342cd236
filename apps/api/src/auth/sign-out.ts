import type { App } from "../app.ts";
import type { Viewer } from "./viewer.ts";

/** Ends the viewer's session, or everywhere: all sessions of the person. At once: the next request is signed out. */
export async function signOut(
  app: Pick<App, "database">,
  viewer: Viewer,
  everywhere: boolean,
): Promise<void> {
  const person = viewer.role === "admin" ? "admin_id" : "partner_id";
  const which = everywhere ? `${person} = $1` : "id = $1";
  await app.database.pool.query(
    `update sessions set revoked_at = now() where ${which} and revoked_at is null`,
    [everywhere ? viewer.id : viewer.sessionId],
  );
}
