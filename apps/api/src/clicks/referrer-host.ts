const MAX_LENGTH = 253;

/** The host a visitor came from; null when it is unknown or none. The path could say more than is our business. */
export function referrerHost(referrer: string | null | undefined): string | null {
  if (!referrer) return null;
  const url = URL.parse(referrer);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  return url.hostname.length > 0 && url.hostname.length <= MAX_LENGTH ? url.hostname : null;
}
