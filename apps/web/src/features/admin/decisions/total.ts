import { formatEuros, sum } from "@contentflow/domain/money";
import { readAmount } from "../../../lib/amount.ts";

/** The exact sum of amounts as the API sends them, as it would send it. */
export function totalOf(things: readonly { readonly amount: string }[]): string {
  return formatEuros(sum(things.map(({ amount }) => readAmount(amount))));
}
