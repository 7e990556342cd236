import { MICROS_PER_EURO } from "@contentflow/domain/money";
import { readAmount } from "./amount.ts";

/** How high an amount is drawn in a chart, in euros. A float: for pixels, never for sums. */
export function drawnEuros(amount: string): number {
  return Number(readAmount(amount)) / Number(MICROS_PER_EURO);
}

/** How far along a part is to a whole, in percent, 0 to 100, cut off: it only says 100 when all is there. */
export function drawnShare(part: bigint, whole: bigint): number {
  if (whole <= 0n || part >= whole) return 100;
  return part <= 0n ? 0 : Number((part * 100n) / whole);
}
