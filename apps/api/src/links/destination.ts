import { DomainError } from "@contentflow/domain/errors";
import {
  judgeLinkDestination,
  type LinkDestinationProblem,
  MAX_LINK_DESTINATION,
} from "@contentflow/domain/link-destination";
import { parseText } from "@contentflow/domain/text";

const FIELD = "destination";

const REASONS: Record<Exclude<LinkDestinationProblem, "host_not_allowed">, string> = {
  not_an_address: "must be a web address",
  not_http: "must start with https:// or http://",
  credentials: "must not hold a user name or a password",
  too_long: `must have at most ${MAX_LINK_DESTINATION} characters`,
  own_link: "must not be a tracked link itself",
};

export interface DestinationRules {
  /** Host suffixes that links may lead to; `*` for any. */
  readonly linkHosts: readonly string[];
  readonly publicUrl: string;
}

/**
 * Where a link leads, normalised, by the rules that the page checks while it is being typed.
 * @throws DomainError BAD_USER_INPUT when it is no http(s) address, too long, holds a password or is a tracked link
 *   itself; DESTINATION_NOT_ALLOWED when its host is not one that links may lead to
 */
export function parseDestination(text: unknown, { linkHosts, publicUrl }: DestinationRules): string {
  const typed = parseText(text, { field: FIELD, max: MAX_LINK_DESTINATION });
  const ownHost = new URL(publicUrl).hostname;
  const judged = judgeLinkDestination(typed, { linkHosts, ownHost }, (address) => new URL(address));
  if (judged.problem === undefined) return judged.href;
  if (judged.problem === "host_not_allowed") {
    throw new DomainError("DESTINATION_NOT_ALLOWED", { host: judged.host, allowed: [...linkHosts] });
  }
  throw new DomainError("BAD_USER_INPUT", { field: FIELD, reason: REASONS[judged.problem] });
}
