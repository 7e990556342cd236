import { isDomainError } from "@contentflow/domain/errors";
import { type MicroEuros, parseEuros } from "@contentflow/domain/money";
import type { Language } from "./language.ts";

/** What is wrong with an amount that somebody typed. */
export type TypedProblem = "missing" | "unreadable" | "tooPrecise" | "tooLarge";

export type TypedAmount = { amount: MicroEuros } | { problem: TypedProblem };

const GROUPED = /^\d{1,3}(?: \d{3})+(?=$|[.,])/;
const BOTH_SIGNS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)[.,]\d*$/;
const PLAIN = /^(0|[1-9]\d*)(?:[.,](\d*))?$/;

/**
 * An amount of euros as people type or paste it: with a point or a comma, which may still wait for its digits, with
 * spaces between the thousands (or the other of the two signs, if the cents follow), with the sign of the euro.
 * It is read to the cent by the rule that the API reads amounts by.
 */
export function readTyped(text: string): TypedAmount {
  const plain = withoutGroups(
    text
      .replace(/\s/g, " ")
      .replace(/^ *€|€ *$/, "")
      .trim(),
  );
  if (plain === "") return { problem: "missing" };
  const match = PLAIN.exec(plain);
  if (!match) return { problem: "unreadable" };
  const [, whole = "", cents = ""] = match;
  if (cents.length > 2) return { problem: "tooPrecise" };
  try {
    return { amount: parseEuros(cents ? `${whole}.${cents}` : whole) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { problem: "tooLarge" };
  }
}

/** An amount as the API sends it, the way the reader would type it: `289,40` in French. */
export function toType(amount: string, language: Language): string {
  return language === "fr" ? amount.replace(".", ",") : amount;
}

function withoutGroups(text: string): string {
  if (GROUPED.test(text)) return text.replaceAll(" ", "");
  const groups = BOTH_SIGNS.exec(text)?.[1];
  return groups === undefined ? text : text.replaceAll(groups, "");
}
