import { DomainError } from "@contentflow/domain/errors";

const FORM = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/;

/**
 * An IBAN without spaces and hyphens, in upper case, whose check digits are right: catches a slip of the finger before the request
 * is sent. The server, which knows every country's format, has the last word. Throws INVALID_DESTINATION.
 */
export function normaliseIban(text: string): string {
  const iban = text.replace(/[\s-]/g, "").toUpperCase();
  if (!FORM.test(iban) || remainder(iban) !== 1n) {
    throw new DomainError("INVALID_DESTINATION", { field: "iban", reason: "is not an IBAN" });
  }
  return iban;
}

/** ISO 13616: country and check digits go to the end, letters count from A = 10, and the number modulo 97 is 1. */
function remainder(iban: string): bigint {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((character) => Number.parseInt(character, 36));
  return BigInt(digits.join("")) % 97n;
}
