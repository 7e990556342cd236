import { DomainError } from "@contentflow/domain/errors";
import { parseText } from "@contentflow/domain/text";
import { isAllowedHost } from "./allowed-host.ts";

const MAX_LENGTH = 2048;
const FIELD = "destination";

export interface DestinationRules {
  /** Host suffixes that links may lead to; `*` for any. */
  readonly linkHosts: readonly string[];
  readonly publicUrl: string;
}

/**
 * Where a link leads, normalised: what is stored is what a browser would go to, not how it was typed.
 * @throws DomainError BAD_USER_INPUT when it is no http(s) address, too long, holds a password or is a tracked link
 *   itself; DESTINATION_NOT_ALLOWED when its host is not one that links may lead to
 */
export function parseDestination(text: unknown, { linkHosts, publicUrl }: DestinationRules): string {
  const url = parseUrl(parseText(text, { field: FIELD, max: MAX_LENGTH }));
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw refuse("must start with https:// or http://");
  // A name before the @ is a favourite of those who make addresses look like others.
  if (url.username !== "" || url.password !== "") throw refuse("must not hold a user name or a password");
  url.hostname = url.hostname.replace(/\.$/, "");
  if (url.hostname.split(".").includes("")) throw refuse("must be a web address");
  if (url.href.length > MAX_LENGTH) throw refuse(`must have at most ${MAX_LENGTH} characters`);
  if (!isAllowedHost(url.hostname, linkHosts)) {
    throw new DomainError("DESTINATION_NOT_ALLOWED", { host: url.hostname, allowed: [...linkHosts] });
  }
  if (isTrackedLink(url, publicUrl)) throw refuse("must not be a tracked link itself");
  return url.href;
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw refuse("must be a web address");
  }
}

/** A chain of tracked links would earn once per link with a single click. */
function isTrackedLink(url: URL, publicUrl: string): boolean {
  if (url.hostname !== new URL(publicUrl).hostname) return false;
  return /^\/+r(\/|$)/i.test(decoded(url.pathname));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function refuse(reason: string): DomainError {
  return new DomainError("BAD_USER_INPUT", { field: FIELD, reason });
}
