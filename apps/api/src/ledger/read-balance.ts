import { balanceOf, type Credit } from "@contentflow/domain/balance";
import { type Day, dayOf } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import { floorToCent, type MicroEuros, max, ZERO } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { App } from "../app.ts";
import { creditsLeft, type OldestLeft } from "./credits-left.ts";
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
 * in the journal. All figures are of one instant: each of the statements, of which one is nearly always enough, reads
 * all of them.
 * @throws DomainError NOT_FOUND
 */
export async function readBalance(
  app: Pick<App, "database" | "terms" | "now">,
  partnerId: string,
): Promise<Balance> {
  const { earningsWindowDays: windowDays } = app.terms;
  const today = dayOf(app.now());
  const since = creditsSince(today, windowDays);
  if (!isUuid(partnerId)) throw notFound();
  const read = async <Row extends BalanceRow>(name: string, text: string): Promise<Row> => {
    const values = windowDays === 0 ? [partnerId] : [partnerId, since];
    const { rows } = await app.database.pool.query<Row>({ name: `${name}-${windowDays}`, text, values });
    if (!rows[0]) throw notFound();
    return rows[0];
  };

  const kept = await read<KeptRow>("read-balance", readKept(windowDays));
  const credits = creditsLeft(kept, since);
  if (credits) return toBalance(app, kept, credits, today);
  const row = await read<FullRow>("read-balance-credits", readCredits(windowDays));
  return toBalance(app, row, toCredits(row.credits), today);
}

function toBalance(
  { terms }: Pick<App, "terms">,
  row: ClicksRow,
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

function notFound(): DomainError {
  return new DomainError("NOT_FOUND", { what: "Partner" });
}

interface ClicksRow extends BalanceRow {
  readonly clicks: number;
}

interface KeptRow extends ClicksRow, OldestLeft {}

interface FullRow extends ClicksRow {
  readonly credits: CreditsText;
}

const FIGURES = "b.partner_id, b.available, b.reserved, b.paid_out, b.debt, b.earned";

const readKept = (windowDays: number) => `
  select ${FIGURES}, b.oldest_on::text, b.oldest_left, ${clicksOfWindow("b.partner_id", "$2", windowDays)} as clicks
  from partner_balances b where b.partner_id = $1`;

const readCredits = (windowDays: number) => `
  select ${FIGURES}, ${creditsByDay("b.partner_id", "$2")} as credits,
    ${clicksOfWindow("b.partner_id", "$2", windowDays)} as clicks
  from partner_balances b where b.partner_id = $1`;
