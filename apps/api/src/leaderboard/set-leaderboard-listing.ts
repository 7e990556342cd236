import type { App } from "../app.ts";
import type { Viewer } from "../auth/viewer.ts";

/** Puts a partner on the board, or takes them off it: at once, and from the boards of all periods. */
export async function setLeaderboardListing(
  app: Pick<App, "database">,
  viewer: Viewer,
  listed: boolean,
): Promise<Viewer> {
  await app.database.pool.query("update partners set on_leaderboard = $2 where id = $1", [viewer.id, listed]);
  return { ...viewer, onLeaderboard: listed };
}
