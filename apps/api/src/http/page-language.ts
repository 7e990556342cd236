import type { IncomingHttpHeaders } from "node:http";
import { parseCookie } from "cookie";

export const PAGE_LANGUAGES = ["en", "fr"] as const;
type Language = (typeof PAGE_LANGUAGES)[number];

/**
 * The language that a page arrives in: the one chosen in this browser, else the first of the browser's list that we
 * speak, else English. The app in the browser chooses by the same rule, or it would have to write the page anew.
 */
export function pageLanguage(headers: IncomingHttpHeaders): Language {
  const chosen = parseCookie(headers.cookie ?? "")["language"];
  const wanted = (headers["accept-language"] ?? "")
    .split(",")
    .map((range) => range.trim().toLowerCase().split(/[-;]/)[0]);
  return [chosen, ...wanted].find(isLanguage) ?? "en";
}

function isLanguage(text: string | undefined): text is Language {
  return PAGE_LANGUAGES.some((language) => language === text);
}
