import { balanceOf } from "@contentflow/domain/balance";
import { dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { bookEntry } from "./book-entry.ts";
import type { LedgerBalance } from "./lock-balance.ts";
import { type CreditsText, creditsByDay, creditsSince, toCredits } from "./window.ts";

/**
 * Books what has lapsed of a balance that this transaction has locked, and returns the balance after it: its
 * `available` is exactly what can be withdrawn. Before every debit, or the debit would be taken from lost money.
 */
export async function bookLapse(
  app: Pick<App, "terms" | "now">,
  em: EntityManager,
  balance: LedgerBalance,
): Promise<LedgerBalance> {
  const windowDays = app.terms.earningsWindowDays;
  const today = dayOf(app.now());
  const since = creditsSince(today, windowDays);
  const [row] = await query<{ credits: CreditsText }>(em, READ_CREDITS, [balance.partnerId, since]);
  const { available, lapsed } = balanceOf({
    ledgerAvailable: balance.available,
    credits: toCredits(row?.credits ?? ""),
    today,
    windowDays,
  });
  await bookEntry(app, em, { partnerId: balance.partnerId, kind: "lapse", amount: lapsed });
  return { ...balance, available };
}

const READ_CREDITS = `select ${creditsByDay("$1", "$2")} as credits`;
