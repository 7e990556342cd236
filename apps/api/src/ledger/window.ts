import type { Credit } from "@contentflow/domain/balance";
import { addDays, type Day } from "@contentflow/domain/day";
import { microEuros } from "@contentflow/domain/money";

/** Credits as text out of a statement, `2026-01-31:12345` for each day, with commas between: half the cost of JSON. */
export type CreditsText = string;

/** The first day of a window of 0: no credit has to be looked at, and no day reaches it. */
export const NOTHING_LAPSES = "infinity";

/** The first day whose credits can still be withdrawn. With a window of 0, NOTHING_LAPSES. */
export function creditsSince(today: Day, windowDays: number): string {
  return windowDays === 0 ? NOTHING_LAPSES : addDays(today, -windowDays);
}

export function toCredits(text: CreditsText): Credit[] {
  if (text === "") return [];
  return text.split(",").map((credit) => ({
    day: credit.slice(0, DAY_LENGTH) as Day,
    amount: microEuros(BigInt(credit.slice(DAY_LENGTH + 1))),
  }));
}

const DAY_LENGTH = "2026-01-31".length;

/**
 * SQL for the credits of one partner since a day, summed by day, as CreditsText: at most one for each day of the window,
 * found by an index that holds nothing else, so the cost does not grow with history.
 */
export function creditsByDay(partner: string, since: string): string {
  return `(
    select coalesce(string_agg(c.booked_on || ':' || c.amount, ','), '')
    from (
      select booked_on, sum(amount) as amount from ledger_entries
      where partner_id = ${partner} and credit_account = 'available' and booked_on >= ${since}::date
      group by booked_on
    ) c
  )`;
}

/** Windows whose clicks are kept for the leaderboard, in days. */
const KEPT = [7, 30, 90];

/**
 * SQL for a partner's counted clicks since `since`, the first day of the window; of all time where nothing lapses. What
 * is kept for the leaderboard stands for the days up to the last one with a click, so only the days by which the two
 * windows differ are looked at.
 */
export function clicksOfWindow(partner: string, since: string, windowDays: number): string {
  const clicks = (days: string) => `coalesce((
      select sum(d.events) from partner_days d
      where d.partner_id = ${partner} and d.kind = 'click' and d.verdict = 'counted' and ${days}), 0)`;
  const kept = (count: string) => `coalesce((
    select (${count})::float8 from partner_clicks c where c.partner_id = ${partner}), 0)`;
  if (windowDays === 0) return kept("c.clicks");
  if (!KEPT.includes(windowDays)) return `(${clicks(`d.day >= ${since}::date`)})::float8`;
  // Of the two windows, one begins earlier: only that is looked up.
  return kept(`c.last_${windowDays} + case when c.as_of - ${windowDays} >= ${since}::date
    then ${clicks(`d.day >= ${since}::date and d.day <= c.as_of - ${windowDays}`)}
    else -${clicks(`d.day > c.as_of - ${windowDays} and d.day < ${since}::date`)} end`);
}
