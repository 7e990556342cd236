export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words: whoever cannot read the page finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", fr: "Français" };

/** Whose way of writing numbers and dates each has. */
export const REGION: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

const LOCALES = { en: "EN", fr: "FR" } as const satisfies Record<Language, string>;

/** A language as the API calls it. */
export function localeOf(language: Language): (typeof LOCALES)[Language] {
  return LOCALES[language];
}

/** A cookie and not the browser's storage: the server chooses by it in which language the first page arrives. */
const COOKIE = "language";
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The first language of the browser's list that we speak; English if none. */
export function preferredLanguage(languages: readonly string[]): Language {
  const spoken = languages.map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage);
  return spoken ?? "en";
}

/** The language chosen with the switch in this browser, if ever. `cookies` is `document.cookie`. */
export function chosenLanguage(cookies: string): Language | null {
  const pairs = cookies.split(";").map((pair) => pair.trim().split("="));
  const kept = pairs.find(([name]) => name === COOKIE)?.[1];
  return isLanguage(kept) ? kept : null;
}

/** Keeps the choice for a year. Old browsers without a cookie store start in their own language again. */
export async function keepChosenLanguage(language: Language): Promise<void> {
  const expires = Date.now() + YEAR_MS;
  await globalThis.cookieStore?.set({ name: COOKIE, value: language, path: "/", sameSite: "lax", expires });
}
