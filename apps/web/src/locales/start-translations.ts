import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { chosenLanguage, preferredLanguage } from "../lib/language.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** Starts in the language chosen here before, else the browser's. The account's follows once it is known. */
export function startTranslations(): void {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  void i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, fr: { translation: fr } },
    lng: chosenLanguage(window.localStorage) ?? preferredLanguage(navigator.languages),
    fallbackLng: "en",
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}
