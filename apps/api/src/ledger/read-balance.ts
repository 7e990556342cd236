import { balanceOf, type Credit } from "@contentflow/domain/balance";
import { type Day, dayOf } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import { floorToCent, type MicroEuros, max, ZERO } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { App } from "../app.ts";
import { creditsLeft } from "./credits-left.ts";
import { FIGURES, readKeptBalance } from "./kept-balance.ts";
import { type BalanceRow, toLedgerBalance } from "./lock-balance.ts";
import { type CreditsText, clicksOfWindow, creditsByDay, creditsSince, toCredits } from "./window.ts";

/** What a partner's money stands at. Amounts are exact but `available`, which is rounded down to the cent. */
export interface Balance {
  readonly available: MicroEuros;
  /** Asked for and not yet paid. */
  readonly pending: MicroEuros;
  readonly paid: MicroEuros;
  /**
   * Ever, bonuses included, less what was taken back. Where more was taken by hand than was ever earned, nothing: `debt`
   * tells the rest.
   */
  readonly earned: MicroEuros;
  readonly debt: MicroEuros;
  /** Counted clicks of the window; of all time where nothing lapses. */
  readonly clicks: number;
  /** What a click earns today. */
  readonly epc: MicroEuros;
  readonly lapsingNext: { readonly amount: MicroEuros; readonly on: Day } | null;
}

/**
 * The balance at this moment, without any job having run: what is past the window is left out even while it is still
 * in the journal. All figures are of one instant: each of the two statements, of which the first is nearly always
 * enough, reads all of them.
 * @throws DomainError NOT_FOUND
 */
export async function readBalance(
  app: Pick<App, "database" | "terms" | "now">,
  partnerId: string,
): Promise<Balance> {
  const today = dayOf(app.now());
  const { pool } = app.database;
  const { earningsWindowDays: windowDays } = app.terms;
  const since = creditsSince(today, windowDays);
  const kept = isUuid(partnerId) ? await readKeptBalance(pool, { partnerId, since, windowDays }) : undefined;
  if (!kept) throw notFound();
  const left = creditsLeft(kept, since);
  if (left) return toBalance(app, kept, left, today);
  const { rows } = await pool.query<CreditsRow>({
    name: `read-balance-credits-${windowDays}`,
    text: readWithCredits(windowDays),
    values: [partnerId, since],
  });
  const [row] = rows;
  if (!row) throw notFound();
  return toBalance(app, row, toCredits(row.credits), today);
}

function notFound(): DomainError {
  return new DomainError("NOT_FOUND", { what: "Partner" });
}

function toBalance(
  { terms }: Pick<App, "terms">,
  row: BalanceRow & { readonly clicks: number },
  credits: readonly Credit[],
  today: Day,
): Balance {
  const ledger = toLedgerBalance(row);
  const { available, lapsingNext } = balanceOf({
    ledgerAvailable: ledger.available,
    credits,
    today,
    windowDays: terms.earningsWindowDays,
  });
  return {
    available: floorToCent(available),
    pending: ledger.reserved,
    paid: ledger.paidOut,
    earned: max(ledger.earned, ZERO),
    debt: ledger.debt,
    clicks: row.clicks,
    epc: terms.epc,
    lapsingNext,
  };
}

interface CreditsRow extends BalanceRow {
  readonly clicks: number;
  readonly credits: CreditsText;
}

const readWithCredits = (windowDays: number) => `
  select ${FIGURES}, ${creditsByDay("b.partner_id", "$2")} as credits,
    ${clicksOfWindow("b.partner_id", "$2", windowDays)} as clicks
  from partner_balances b where b.partner_id = $1`;
