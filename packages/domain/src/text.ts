import { DomainError } from "./errors.ts";

export interface TextRules {
  /** Named in the refusal. */
  readonly field: string;
  /** In code points, after trimming. */
  readonly max: number;
  readonly min?: number;
  /** Whether line breaks may appear inside. */
  readonly multiline?: boolean;
}

/** Control characters, line and paragraph separators, and marks that reverse the direction of what follows them. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A piece of text written by a person, trimmed. Throws BAD_USER_INPUT if it is not text, too short, too long, without
 * anything visible (unless `min` is 0), or holds what a database refuses or a page shows as something else.
 * Line breaks come back as `\n`.
 */
export function parseText(text: unknown, { field, max, min = 1, multiline = false }: TextRules): string {
  const refuse = (reason: string) => new DomainError("BAD_USER_INPUT", { field, reason });
  if (typeof text !== "string") throw refuse("must be text");
  const trimmed = (multiline ? text.replaceAll("\r\n", "\n") : text).trim();
  const tooLong = () => refuse(`must have at most ${max} characters`);
  // A code point takes two units at most: no need to take a huge text apart.
  if (trimmed.length > 2 * max) throw tooLong();
  if (!trimmed.isWellFormed() || CONTROL.test(multiline ? trimmed.replaceAll("\n", "") : trimmed)) {
    throw refuse("must not contain control characters");
  }
  const length = [...trimmed].length;
  if (length > max) throw tooLong();
  if (min > 0 && (length < min || !VISIBLE.test(trimmed))) {
    throw refuse(min === 1 ? "must not be empty" : `must have at least ${min} characters`);
  }
  return trimmed;
}
