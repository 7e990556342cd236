import { balanceOf } from "@contentflow/domain/balance";
import { dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import { bookLapse } from "./book-lapse.ts";
import { balancesWithMoney } from "./due-balances.ts";
import { lockBalance } from "./lock-balance.ts";

/**
 * Books what has lapsed, partner by partner, each in a transaction of its own; safe to run at any time and again.
 * Balances are right without it: it keeps the journal from lagging behind. Returns how many partners it booked for.
 */
export async function lapseEarnings(app: Pick<App, "database" | "terms" | "now">): Promise<number> {
  const windowDays = app.terms.earningsWindowDays;
  if (windowDays === 0) return 0;
  const today = dayOf(app.now());
  let booked = 0;
  for await (const { partnerId, ledgerAvailable, credits } of balancesWithMoney(app, today)) {
    if (balanceOf({ ledgerAvailable, credits, today, windowDays }).lapsed === 0n) continue;
    await inTransaction(app.database, async (em) => {
      await bookLapse(app, em, await lockBalance(em, partnerId));
    });
    booked += 1;
  }
  return booked;
}
