import { CombinedGraphQLErrors } from "@apollo/client";
import { ERROR_CODES, type ErrorCode, type ErrorDetails, isDomainError } from "@contentflow/domain/errors";

/** A refusal as the API words it for machines: comparing `code` narrows `details`. */
export type Refusal = { [C in ErrorCode]: { code: C; details: ErrorDetails[C] } }[ErrorCode];

/** What the API or the domain refused; null for anything else, such as a lost connection. */
export function refusalOf(error: unknown): Refusal | null {
  if (isDomainError(error)) return refusal(error.code, error.details);
  if (!CombinedGraphQLErrors.is(error)) return null;
  const { code: given, details } = error.errors[0]?.extensions ?? {};
  const code = ERROR_CODES.find((known) => known === given);
  return code ? refusal(code, details) : null;
}

function refusal(code: ErrorCode, details: unknown): Refusal {
  // The pairing of code and details is the API's promise; a missing object must still not break the page.
  return { code, details: typeof details === "object" && details !== null ? details : {} } as Refusal;
}
