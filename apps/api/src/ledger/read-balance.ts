import { balanceOf } from "@contentflow/domain/balance";
import { type Day, dayOf } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import { floorToCent, type MicroEuros, max, ZERO } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { App } from "../app.ts";
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
 * in the journal. One statement, so that all figures are of the same instant.
 * @throws DomainError NOT_FOUND
 */
export async function readBalance(
  app: Pick<App, "database" | "terms" | "now">,
  partnerId: string,
): Promise<Balance> {
  const { epc, earningsWindowDays: windowDays } = app.terms;
  const today = dayOf(app.now());
  const values = [partnerId, creditsSince(today, windowDays)];
  const { rows } = isUuid(partnerId)
    ? await app.database.pool.query<Row>({
        name: `read-balance-${windowDays}`,
        text: read(windowDays),
        values,
      })
    : { rows: [] };
  const [row] = rows;
  if (!row) throw new DomainError("NOT_FOUND", { what: "Partner" });

  const ledger = toLedgerBalance(row);
  const credits = toCredits(row.credits);
  const { available, lapsingNext } = balanceOf({
    ledgerAvailable: ledger.available,
    credits,
    today,
    windowDays,
  });
  return {
    available: floorToCent(available),
    pending: ledger.reserved,
    paid: ledger.paidOut,
    earned: max(ledger.earned, ZERO),
    debt: ledger.debt,
    clicks: row.clicks,
    epc,
    lapsingNext,
  };
}

interface Row extends BalanceRow {
  readonly clicks: number;
  readonly credits: CreditsText;
}

const read = (windowDays: number) => `
  select b.*,
    ${creditsByDay("b.partner_id", "$2")} as credits,
    ${clicksOfWindow("b.partner_id", "$2", windowDays)} as clicks
  from partner_balances b where b.partner_id = $1`;
