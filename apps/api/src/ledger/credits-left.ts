import type { Credit } from "@contentflow/domain/balance";
import { addDays, type Day } from "@contentflow/domain/day";
import { microEuros } from "@contentflow/domain/money";
import { NOTHING_LAPSES } from "./window.ts";

/** What `partner_balances` keeps of the credits behind `available`, as the driver hands it out. */
export interface OldestLeft {
  readonly available: string;
  /** The day of the oldest credit that is not wholly spent; `-infinity` before the first credit. */
  readonly oldest_on: Day | "-infinity";
  /** How much of that day's credits is left; null when it is not known. */
  readonly oldest_left: string | null;
}

/**
 * The credits of which something is left, as far as a balance depends on them: the oldest of them, and all newer ones
 * together as if they were of the day after it. Null when that is not known, or when some of it is older than `since`,
 * the first day of the window
 * (`creditsSince`): then the credits themselves have to be looked at.
 */
export function creditsLeft(kept: OldestLeft, since: string): Credit[] | null {
  const available = BigInt(kept.available);
  if (available === 0n || since === NOTHING_LAPSES) return [];
  if (kept.oldest_left === null || kept.oldest_on < since) return null;
  const oldest = BigInt(kept.oldest_left);
  return [
    { day: kept.oldest_on, amount: microEuros(oldest) },
    { day: addDays(kept.oldest_on, 1), amount: microEuros(available - oldest) },
  ];
}
