const AREAS = /^\/(?:partner|partners|admin)(?:\/|$)/;

/**
 * Where to go after signing in, out of an address that anyone can have made: a path of this app on this origin,
 * or null. `//elsewhere.example`, `/\elsewhere.example` and `javascript:` are what it is there for.
 */
export function safeNext(path: string | null | undefined, origin: string): string | null {
  if (!path?.startsWith("/") || !URL.canParse(path, origin)) return null;
  const url = new URL(path, origin);
  if (url.origin !== origin || !AREAS.test(url.pathname)) return null;
  return url.pathname + url.search;
}

const KEY = "contentflow.next";
const LIFETIME_MS = 15 * 60 * 1000;

/** Kept while the mail is on its way: the link in it opens in another tab, and lives as long as this. */
export function rememberNext(path: string | null, storage: Storage, now: Date): void {
  if (path) storage.setItem(KEY, JSON.stringify({ path, until: now.getTime() + LIFETIME_MS }));
  else storage.removeItem(KEY);
}

/** The remembered path, once. */
export function takeNext(storage: Storage, origin: string, now: Date): string | null {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  if (!text) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null || !("path" in kept) || !("until" in kept)) return null;
    const fresh = typeof kept.until === "number" && kept.until > now.getTime();
    return fresh && typeof kept.path === "string" ? safeNext(kept.path, origin) : null;
  } catch {
    return null;
  }
}
