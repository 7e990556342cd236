import type { ErrorCode, ErrorDetails } from "@contentflow/domain/errors";
import type { Format } from "./format.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** What one language says when something was refused, or did not arrive. */
export interface ErrorWords {
  readonly refused: { readonly [C in ErrorCode]: (details: ErrorDetails[C], format: Format) => string };
  readonly unreachable: string;
}

/** Words for any error: a refusal by its code and numbers, anything else as a lost connection. */
export function errorText(error: unknown, words: ErrorWords, format: Format): string {
  const refusal = refusalOf(error);
  return refusal ? refusalText(refusal, words, format) : words.unreachable;
}

export function refusalText({ code, details }: Refusal, words: ErrorWords, format: Format): string {
  // Code and details come as a pair; the compiler cannot follow the pair through the look-up.
  const word = words.refused[code] as (details: Refusal["details"], format: Format) => string;
  return word(details, format);
}
