export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "contentflow.language";

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The first language of the browser's list that we speak; English if none. */
export function preferredLanguage(languages: readonly string[]): Language {
  const spoken = languages.map((tag) => tag.toLowerCase().split("-")[0]).find(isLanguage);
  return spoken ?? "en";
}

/** The language chosen with the switch in this browser, if ever. */
export function chosenLanguage(storage: Storage): Language | null {
  const kept = storage.getItem(KEY);
  return isLanguage(kept) ? kept : null;
}

export function keepChosenLanguage(language: Language, storage: Storage): void {
  storage.setItem(KEY, language);
}
