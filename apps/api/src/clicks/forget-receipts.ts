import { addDays, dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";

/**
 * Twice as long as an event may be late: what is sent again after that is refused for its age, and a spool of that age
 * means a server that nobody missed for two weeks. Receipts without such a limit carry no date and stay.
 */
const DAYS_KEPT = 14;

/** So many at a time that each statement stays far from its time limit. */
const CHUNK = 20_000;

/** Forgets which ids were recorded, once no rule lets them in again. Resolves with how many it forgot. */
export async function forgetReceipts(app: Pick<App, "database" | "now">): Promise<number> {
  const before = addDays(dayOf(app.now()), -DAYS_KEPT);
  let forgotten = 0;
  for (;;) {
    const { rowCount } = await app.database.pool.query(
      `delete from event_receipts where key = any (array(
         select key from event_receipts where recorded_on < $1::date limit ${CHUNK}))`,
      [before],
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < CHUNK) return forgotten;
  }
}
