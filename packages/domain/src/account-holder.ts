import { DomainError, isDomainError } from "./errors.ts";
import { parseText } from "./text.ts";

/** What banks take as the name of an account's holder, in characters. */
export const MAX_ACCOUNT_HOLDER = 140;

const NAME = /^[\p{L}\p{M}\p{N} .,'’&()/+-]+$/u;

/**
 * The name that a bank account is in, trimmed: letters of any script, digits, spaces and the signs that stand in names.
 * Throws INVALID_DESTINATION for the field `holder`.
 */
export function parseAccountHolder(text: unknown): string {
  const refuse = (reason: string) => new DomainError("INVALID_DESTINATION", { field: "holder", reason });
  const name = asText(text, refuse);
  if (!NAME.test(name)) throw refuse("must be a name as it stands on a bank statement");
  return name;
}

function asText(text: unknown, refuse: (reason: string) => DomainError): string {
  try {
    return parseText(text, { field: "holder", max: MAX_ACCOUNT_HOLDER });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "BAD_USER_INPUT") throw error;
    throw refuse(error.details.reason);
  }
}
