import { isAllowedHost } from "./allowed-host.ts";

/** In characters, as typed and as stored. */
export const MAX_LINK_DESTINATION = 2048;

/** The parts of a `URL` that the rules look at. Whoever calls brings the parser: this package knows no platform. */
export interface WebAddress {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
  readonly href: string;
  hostname: string;
}

export interface LinkDestinationRules {
  /** Host suffixes that links may lead to; `*` for any. */
  readonly linkHosts: readonly string[];
  /** Host that the tracked links themselves are on. */
  readonly ownHost: string;
}

export type LinkDestinationProblem =
  | "not_an_address"
  | "not_http"
  | "credentials"
  | "too_long"
  | "host_not_allowed"
  | "own_link";

export type JudgedDestination =
  | { readonly href: string; readonly problem?: undefined }
  | { readonly problem: LinkDestinationProblem; readonly host: string };

/**
 * Where a link would lead, normalised, or what speaks against it: what is stored is what a browser would go to, not
 * how it was typed. `parse` is `(text) => new URL(text)`, and throws for what is no address.
 */
export function judgeLinkDestination(
  text: string,
  { linkHosts, ownHost }: LinkDestinationRules,
  parse: (text: string) => WebAddress,
): JudgedDestination {
  const url = parsed(text, parse);
  if (!url) return { problem: "not_an_address", host: "" };
  const refuse = (problem: LinkDestinationProblem) => ({ problem, host: url.hostname });
  if (url.protocol !== "https:" && url.protocol !== "http:") return refuse("not_http");
  // A name before the @ is a favourite of those who make addresses look like others.
  if (url.username !== "" || url.password !== "") return refuse("credentials");
  url.hostname = url.hostname.replace(/\.$/, "");
  if (url.hostname.split(".").includes("")) return refuse("not_an_address");
  if (url.href.length > MAX_LINK_DESTINATION) return refuse("too_long");
  if (!isAllowedHost(url.hostname, linkHosts)) return refuse("host_not_allowed");
  if (url.hostname === ownHost && isTrackedLink(url.pathname)) return refuse("own_link");
  return { href: url.href };
}

function parsed(text: string, parse: (text: string) => WebAddress): WebAddress | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** A chain of tracked links would earn once per link with a single click. */
function isTrackedLink(path: string): boolean {
  return /^\/+r(\/|$)/i.test(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
