import { floorToCent, formatEuros, microEuros } from "@contentflow/domain/money";
import { readAmount } from "../../lib/amount.ts";

/** What can be chosen: from a beginning to a big audience, in steps that feel equal. */
export const WEEKLY_CLICKS = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000] as const;

/** Euros that so many counted clicks a week earn at `epc`, in a week and in a twelfth of a year; cut off at the cent. */
export function estimate(epc: string, weeklyClicks: number): { week: string; month: string } {
  const week = readAmount(epc) * BigInt(weeklyClicks);
  return { week: cents(week), month: cents((week * 52n) / 12n) };
}

function cents(micros: bigint): string {
  return formatEuros(floorToCent(microEuros(micros)));
}
