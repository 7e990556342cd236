import type { Credit } from "@contentflow/domain/balance";
import { addDays, type Day } from "@contentflow/domain/day";
import { microEuros } from "@contentflow/domain/money";

/** A day's credits as JSON out of a statement: the day, and the exact micro-euros as text. */
export type CreditRow = readonly [day: Day, amount: string];

/**
 * The first day whose credits can still be withdrawn. With a window of 0 nothing ever lapses and no credit has to be
 * looked at: `infinity`, which no day reaches.
 */
export function creditsSince(today: Day, windowDays: number): string {
  return windowDays === 0 ? "infinity" : addDays(today, -windowDays);
}

/** The first day whose clicks are told beside the balance: of the window, or, where nothing lapses, of all time. */
export function clicksSince(today: Day, windowDays: number): string {
  return windowDays === 0 ? "-infinity" : addDays(today, -windowDays);
}

export function toCredits(rows: readonly CreditRow[]): Credit[] {
  return rows.map(([day, amount]) => ({ day, amount: microEuros(BigInt(amount)) }));
}

/**
 * SQL for the credits of one partner since a day, summed by day, as CreditRow[] in JSON: at most one row per day of
 * the window, read from an index that holds nothing else, so the cost does not grow with history.
 */
export function creditsByDay(partner: string, since: string): string {
  return `(
    select coalesce(json_agg(json_build_array(c.day, c.amount)), '[]')
    from (
      select booked_on::text as day, sum(amount)::text as amount from ledger_entries
      where partner_id = ${partner} and credit_account = 'available' and booked_on >= ${since}::date
      group by booked_on
    ) c
  )`;
}
