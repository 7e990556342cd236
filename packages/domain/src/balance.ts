import { addDays, type Day } from "./day.ts";
import { add, type MicroEuros, min, subtract, sum, ZERO } from "./money.ts";

/** Money that became available on a day: accruals, bonuses, returns; not what of them repaid debt. */
export interface Credit {
  readonly day: Day;
  readonly amount: MicroEuros;
}

export interface BalanceInput {
  /** The running total of the `available` account. Never negative. */
  readonly ledgerAvailable: MicroEuros;
  /** In any order; several of one day are fine; those past the window are ignored. */
  readonly credits: readonly Credit[];
  readonly today: Day;
  /** 0: nothing ever lapses. */
  readonly windowDays: number;
}

export interface AvailableBalance {
  /** What can be withdrawn, exact: not rounded to the cent. */
  readonly available: MicroEuros;
  /** What is past the window but still in the ledger: to be booked as lapsed before any debit. */
  readonly lapsed: MicroEuros;
  /** The next amount to be lost if nothing is withdrawn, and the first day on which it is gone. */
  readonly lapsingNext: { readonly amount: MicroEuros; readonly on: Day } | null;
}

/**
 * Earnings can be withdrawn through `windowDays` days after the day they were booked on; the oldest go out first;
 * what is not withdrawn by then lapses.
 *
 * As the oldest go out first, what is left in the ledger are the newest credits. So the part of it that is still
 * inside the window is the smaller of the two totals, and no debit needs to be looked at. This holds only if lapsed
 * money was booked before each debit: otherwise a debit would be taken from money that was already lost.
 */
export function balanceOf(input: BalanceInput): AvailableBalance {
  const { ledgerAvailable, credits, today, windowDays } = input;
  if (!Number.isSafeInteger(windowDays) || windowDays < 0) {
    throw new RangeError(`windowDays must be a whole number from 0, got ${windowDays}`);
  }
  assertNotNegative(ledgerAvailable);
  if (windowDays === 0) return { available: ledgerAvailable, lapsed: ZERO, lapsingNext: null };

  const firstDay = addDays(today, -windowDays);
  const inWindow = credits.filter(({ day }) => day >= firstDay);
  for (const credit of inWindow) assertNotNegative(credit.amount);
  const available = min(ledgerAvailable, sum(inWindow.map(({ amount }) => amount)));
  return {
    available,
    lapsed: subtract(ledgerAvailable, available),
    lapsingNext: oldestLeft(inWindow, available, windowDays),
  };
}

function oldestLeft(credits: readonly Credit[], available: MicroEuros, windowDays: number) {
  let oldest: Day | null = null;
  let oldestAmount = ZERO;
  let left = available;
  for (const { day, amount } of credits.toSorted((a, b) => (a.day < b.day ? 1 : -1))) {
    if (left === ZERO) break;
    const taken = min(left, amount);
    left = subtract(left, taken);
    if (taken === ZERO) continue;
    oldestAmount = day === oldest ? add(oldestAmount, taken) : taken;
    oldest = day;
  }
  return oldest === null ? null : { amount: oldestAmount, on: addDays(oldest, windowDays + 1) };
}

/** A credit repays debt first; only the rest becomes available. */
export function splitCredit(
  amount: MicroEuros,
  debt: MicroEuros,
): { toDebt: MicroEuros; toAvailable: MicroEuros } {
  assertNotNegative(amount);
  assertNotNegative(debt);
  const toDebt = min(amount, debt);
  return { toDebt, toAvailable: subtract(amount, toDebt) };
}

/** A clawback takes what is available; what is missing becomes debt. */
export function splitClawback(
  amount: MicroEuros,
  available: MicroEuros,
): { fromAvailable: MicroEuros; fromDebt: MicroEuros } {
  assertNotNegative(amount);
  assertNotNegative(available);
  const fromAvailable = min(amount, available);
  return { fromAvailable, fromDebt: subtract(amount, fromAvailable) };
}

function assertNotNegative(amount: MicroEuros): void {
  if (amount < 0n) throw new RangeError("a balance, a debt or a movement of money is never negative");
}
