import { DomainError } from "./errors.ts";

const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NOT_PRINTABLE_ASCII = /[^!-~]/;

/**
 * One plain e-mail address, in lower case: the same person must not get two accounts by writing it differently.
 * Nothing is trimmed or repaired. Refuses (BAD_USER_INPUT) whatever could be more than one address or break out of a
 * mail header (also once it is decoded), and, although standards allow them, quoted local parts, bare IP addresses, hosts without a dot and
 * letters outside ASCII (an international domain is written in its `xn--` form).
 */
export function parseEmail(text: unknown, field = "email"): string {
  const refuse = (reason: string) => new DomainError("BAD_USER_INPUT", { field, reason });
  if (typeof text !== "string") throw refuse("must be text");
  if (text.length > MAX_LENGTH) throw refuse(`must have at most ${MAX_LENGTH} characters`);
  // Before lower-casing, which turns some foreign letters (the Kelvin sign) into ASCII ones.
  if (NOT_PRINTABLE_ASCII.test(text)) throw refuse("must be plain letters without spaces or accents");
  const email = text.toLowerCase();
  const at = email.indexOf("@");
  const local = email.slice(0, Math.max(at, 0));
  const labels = email.slice(at + 1).split(".");
  const isAddress =
    at > 0 &&
    // Programs on the way decode it, to whatever it says: another address, or two.
    !local.includes("=?") &&
    local.length <= MAX_LOCAL_LENGTH &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^[0-9]+$/.test(labels.at(-1) ?? "");
  if (!isAddress) throw refuse('must be one e-mail address such as "name@example.org"');
  return email;
}
