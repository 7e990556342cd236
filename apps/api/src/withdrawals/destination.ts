import { parseAccountHolder } from "@contentflow/domain/account-holder";
import { parseEmail } from "@contentflow/domain/email";
import { DomainError, isDomainError } from "@contentflow/domain/errors";
import { maskEmail, maskIban } from "@contentflow/domain/leaderboard";
import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import { electronicFormatIBAN, isValidIBAN } from "ibantools";

/** Where money goes, as given: which fields it needs depends on the method. */
export interface DestinationFields {
  readonly email?: string | null | undefined;
  readonly iban?: string | null | undefined;
  readonly holder?: string | null | undefined;
  /** Instead of all others: where an earlier withdrawal of the same partner went. */
  readonly savedId?: string | null | undefined;
}

/** Where money goes, normalised: a PayPal address, or a bank account. */
export type Destination =
  | { readonly email: string }
  | {
      /** In upper case, without spaces. */
      readonly iban: string;
      readonly holder: string;
    };

const SEPARATORS = /[\s-]/g;

/** @throws DomainError INVALID_DESTINATION, naming the field: missing, wrong, or of the other method */
export function parseDestination(method: PayoutMethod, given: DestinationFields): Destination {
  return method === "paypal" ? parsePaypal(given) : parseBank(given);
}

/** What people see of it: `m•••@example.org`, `FR76 •••• 0189`. */
export function maskDestination(destination: Destination): string {
  return "email" in destination ? maskEmail(destination.email) : maskIban(destination.iban);
}

function parsePaypal({ email, iban, holder }: DestinationFields): Destination {
  refuseGiven("iban", iban, "does not belong to a PayPal payment");
  refuseGiven("holder", holder, "does not belong to a PayPal payment");
  return { email: parseAddress(email?.trim() ?? "") };
}

function parseBank({ email, iban, holder }: DestinationFields): Destination {
  refuseGiven("email", email, "does not belong to a bank transfer");
  return { iban: parseIban(iban), holder: parseAccountHolder(holder ?? "") };
}

function parseIban(text: string | null | undefined): string {
  // Only what people write between the groups: the library's own clean-up would also drop what is a typing error.
  const compact = (text ?? "").trim().replace(SEPARATORS, "");
  const iban = /^[A-Za-z0-9]+$/.test(compact) ? electronicFormatIBAN(compact) : null;
  if (iban === null || !isValidIBAN(iban)) throw refusal("iban", "is not a valid IBAN");
  return iban;
}

function refuseGiven(field: string, value: string | null | undefined, reason: string): void {
  if (value !== null && value !== undefined && value !== "") throw refusal(field, reason);
}

function parseAddress(text: string): string {
  try {
    return parseEmail(text);
  } catch (error) {
    if (!isDomainError(error) || error.code !== "BAD_USER_INPUT") throw error;
    throw refusal("email", error.details.reason);
  }
}

function refusal(field: string, reason: string): DomainError {
  return new DomainError("INVALID_DESTINATION", { field, reason });
}
