import { floorToCent, formatEuros, MICROS_PER_EURO, microEuros } from "@contentflow/domain/money";
import { readAmount } from "../../lib/amount.ts";

/** What can be chosen: from a beginning to a big audience, in steps that feel equal. */
export const WEEKLY_CLICKS = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000] as const;

/** Euros that so many counted clicks a week earn at `epc`, in a week and in a twelfth of a year; rounded down. */
export function estimate(epc: string, weeklyClicks: number): { week: string; month: string } {
  const week = readAmount(epc) * BigInt(weeklyClicks);
  return { week: rounded(week), month: rounded((week * 52n) / 12n) };
}

/** An estimate must not look as exact as a bill: from 10 € on whole euros, from 1,000 € on three digits. */
function rounded(micros: bigint): string {
  if (micros < 10n * MICROS_PER_EURO) return formatEuros(floorToCent(microEuros(micros)));
  const euros = micros / MICROS_PER_EURO;
  const grain = 10n ** BigInt(Math.max(0, euros.toString().length - 3));
  return formatEuros(microEuros((euros / grain) * grain * MICROS_PER_EURO));
}
