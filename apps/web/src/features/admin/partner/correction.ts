import { splitClawback, splitCredit } from "@contentflow/domain/balance";
import { assertCorrectable, MAX_CORRECTION } from "@contentflow/domain/correction";
import { isDomainError } from "@contentflow/domain/errors";
import { add, formatEuros, type MicroEuros, subtract } from "@contentflow/domain/money";
import type { CorrectionKind } from "../../../generated/schema.ts";
import { readAmount } from "../../../lib/amount.ts";
import { readTyped, type TypedProblem } from "../../../lib/typed-amount.ts";

/** What is wrong with an amount that somebody typed. */
type AmountProblem = Exclude<TypedProblem, "tooLarge"> | "tooMuch";

/** The largest correction, as the API sends amounts. */
export const LARGEST = formatEuros(MAX_CORRECTION);

/** An amount as people type it; or what is wrong with it, by the rules of the API. */
export function readCorrection(text: string): { amount: MicroEuros } | { problem: AmountProblem } {
  const typed = readTyped(text);
  if ("problem" in typed) return { problem: typed.problem === "tooLarge" ? "tooMuch" : typed.problem };
  if (typed.amount > MAX_CORRECTION) return { problem: "tooMuch" };
  try {
    assertCorrectable(typed.amount);
    return typed;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { problem: "unreadable" };
  }
}

interface Purse {
  /** Exact decimal strings in euros. */
  readonly available: string;
  readonly debt: string;
}

/** What a correction makes of a balance: a bonus repays debt first, a clawback owes what is no longer there. */
export function corrected({ available, debt }: Purse, kind: CorrectionKind, amount: MicroEuros): Purse {
  const before = { available: readAmount(available), debt: readAmount(debt) };
  if (kind === "BONUS") {
    const { toDebt, toAvailable } = splitCredit(amount, before.debt);
    return {
      available: formatEuros(add(before.available, toAvailable)),
      debt: formatEuros(subtract(before.debt, toDebt)),
    };
  }
  const { fromAvailable, fromDebt } = splitClawback(amount, before.available);
  return {
    available: formatEuros(subtract(before.available, fromAvailable)),
    debt: formatEuros(add(before.debt, fromDebt)),
  };
}
