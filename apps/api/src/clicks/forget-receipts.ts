import { addDays, dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";

/** So many at a time that each statement stays far from its time limit. */
const CHUNK = 20_000;

/**
 * Forgets which ids were recorded, once their events are forgotten too: as long as an event is kept, a file that is moved
 * in with the same id must find it recorded. Receipts of what has no limit of age carry no date and stay. Resolves with
 * how many it forgot.
 */
export async function forgetReceipts(app: Pick<App, "config" | "database" | "now">): Promise<number> {
  const before = addDays(dayOf(app.now()), -app.config.eventRetentionDays);
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
