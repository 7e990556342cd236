import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { isLanguage, type Language } from "../lib/language.ts";

/** Only what is needed is loaded: one language, and for the first page only what that one says. */
const WORDING = {
  en: {
    firstPage: () => import("./en/first-page.ts"),
    app: async () => (await import("./en/app.ts")).app,
  },
  fr: {
    firstPage: () => import("./fr/first-page.ts"),
    app: async () => (await import("./fr/app.ts")).app,
  },
} as const satisfies Record<Language, Record<string, () => Promise<object>>>;

/** Whether anything but the first page was opened. */
let wholeApp = false;

/** Gets the wording of the first page ready; to be waited for before anything is shown. */
export async function startTranslations(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  await load(language);
}

/** Gets the wording of all other pages ready. Rejects when it cannot be loaded. */
export async function wordTheApp(): Promise<void> {
  wholeApp = true;
  if (isLanguage(i18next.language)) await load(i18next.language);
}

/** Switches the language of everything on screen. Rejects when its wording cannot be loaded. */
export async function speak(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

async function load(language: Language): Promise<void> {
  const wording = WORDING[language];
  const [{ firstPage, errors }, app] = await Promise.all([
    wording.firstPage(),
    wholeApp ? wording.app() : undefined,
  ]);
  i18next.addResourceBundle(language, "translation", { ...firstPage, ...app });
  // Not copied: these words are functions, and a copy would be made by way of JSON.
  i18next.addResourceBundle(language, "errors", errors, false, false, { skipCopy: true });
}
