import type { IncomingHttpHeaders } from "node:http";
import { parseCookie } from "cookie";

export const PAGE_LANGUAGES = ["en", "fr"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/**
 * The language that a page arrives in: the one chosen in this browser, else the browser's. The app in the browser chooses
 * by the same rule, or it would have to write the page anew.
 */
export function pageLanguage(headers: IncomingHttpHeaders): PageLanguage {
  const chosen = parseCookie(headers.cookie ?? "")["language"];
  return (
    PAGE_LANGUAGES.find((language) => language === chosen) ?? preferredLanguage(headers["accept-language"])
  );
}

/** The one of our languages that a browser weights highest; the first named wins a tie. English if it names none. */
export function preferredLanguage(acceptLanguage: string | undefined): PageLanguage {
  let best: { language: PageLanguage; weight: number } = { language: "en", weight: 0 };
  for (const range of (acceptLanguage ?? "").split(",").slice(0, 20)) {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const language = PAGE_LANGUAGES.find((ours) => ours === tag.trim().split("-")[0]);
    if (!language) continue;
    const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number.parseFloat(quality);
    if (weight > best.weight) best = { language, weight };
  }
  return best.language;
}
