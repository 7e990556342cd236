import {
  judgeLinkDestination,
  type LinkDestinationProblem,
  type LinkDestinationRules,
  MAX_LINK_DESTINATION,
} from "@contentflow/domain/link-destination";
import { parseText } from "@contentflow/domain/text";

export type CheckedDestination =
  | { readonly state: "blank" }
  /** `completed`: https:// was left out, and is meant. */
  | { readonly state: "good"; readonly href: string; readonly completed: boolean }
  | { readonly state: "bad"; readonly problem: LinkDestinationProblem; readonly host: string };

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LOOKS_LIKE_HOST = /^[^\s/]+\.[^\s/]+/;

/** What the server would say to an address, by its own rules; here `example.org/page` is read as people mean it. */
export function checkDestination(typed: string, rules: LinkDestinationRules): CheckedDestination {
  const text = plainText(typed);
  if (text === "") return { state: "blank" };
  if (text === null) return { state: "bad", problem: "not_an_address", host: "" };
  const completed = !HAS_SCHEME.test(text) && LOOKS_LIKE_HOST.test(text);
  const judged = judgeLinkDestination(completed ? `https://${text}` : text, rules, (part) => new URL(part));
  if (judged.problem === undefined) return { state: "good", href: judged.href, completed };
  return { state: "bad", problem: judged.problem, host: judged.host };
}

/** Null for what no address can hold. */
function plainText(typed: string): string | null {
  if (typed.trim() === "") return "";
  // How long it is becomes clear once it is written out: that has an answer of its own.
  if (typed.trim().length > MAX_LINK_DESTINATION) return typed.trim();
  try {
    return parseText(typed, { field: "destination", max: MAX_LINK_DESTINATION });
  } catch {
    return null;
  }
}
