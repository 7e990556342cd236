import { DomainError } from "./errors.ts";
import { formatEuros, isWholeCents, type MicroEuros, microEuros } from "./money.ts";

/** What an admin may do to a balance by hand: `bonus` gives, `clawback` takes. */
export const CORRECTION_KINDS = ["bonus", "clawback"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** 100,000 €: beyond it, a slip of the finger is likelier than a wish. */
export const MAX_CORRECTION: MicroEuros = microEuros(100_000_000_000n);

/** Throws BAD_USER_INPUT unless the amount is whole cents, more than zero and at most `MAX_CORRECTION`. */
export function assertCorrectable(amount: MicroEuros): void {
  const refuse = (reason: string) => new DomainError("BAD_USER_INPUT", { field: "amount", reason });
  if (amount <= 0n) throw refuse("must be more than zero");
  if (!isWholeCents(amount)) throw refuse("must be whole cents");
  if (amount > MAX_CORRECTION) throw refuse(`must be at most ${formatEuros(MAX_CORRECTION)}`);
}
