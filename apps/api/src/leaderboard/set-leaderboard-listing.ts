import type { App } from "../app.ts";
import type { Viewer } from "../auth/viewer.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { lockBalance } from "../ledger/lock-balance.ts";

/** Puts a partner on the board, or takes them off it: at once, and from the boards of all periods. */
export async function setLeaderboardListing(
  app: Pick<App, "database">,
  viewer: Viewer,
  listed: boolean,
): Promise<Viewer> {
  await inTransaction(app.database, async (em) => {
    // Whoever books a partner's first click asks under this lock whether they are on the board.
    await lockBalance(em, viewer.id);
    await query(em, "update partners set on_leaderboard = $2 where id = $1", [viewer.id, listed]);
  });
  return { ...viewer, onLeaderboard: listed };
}
