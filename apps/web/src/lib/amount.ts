import { floorToCent, formatEuros, type MicroEuros, microEuros, sum } from "@contentflow/domain/money";

const EXACT = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** An amount as the API sends it, up to six decimals. RangeError for anything else: the API sends nothing else. */
export function readAmount(text: string): MicroEuros {
  const [, sign, whole, fraction = ""] = EXACT.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not an amount: ${text}`);
  const micros = BigInt(whole + fraction.padEnd(6, "0"));
  return microEuros(sign === "-" ? -micros : micros);
}

/** An amount as the API sends it, without fractions of a cent: for averages, which are no sums that anybody is paid. */
export function wholeCents(text: string): string {
  return formatEuros(floorToCent(readAmount(text)));
}

/** Whether an amount, as the API sends it, is anything at all. */
export function isSome(amount: string): boolean {
  return /[1-9]/.test(amount);
}

/** The exact sum of amounts as the API sends them, as it would send it. */
export function sumOf(amounts: readonly string[]): string {
  return formatEuros(sum(amounts.map(readAmount)));
}
