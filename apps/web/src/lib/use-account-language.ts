import { useEffect } from "react";
import type { Locale } from "../generated/schema.ts";
import { speak } from "../locales/speak.ts";
import { chosenLanguage, type Language } from "./language.ts";

const LANGUAGE_OF: Record<Locale, Language> = { EN: "en", FR: "fr" };

/** Speaks the account's language, unless another one was chosen in this browser. */
export function useAccountLanguage(locale: Locale | undefined): void {
  useEffect(() => {
    if (!locale || chosenLanguage(document.cookie)) return;
    void speak(LANGUAGE_OF[locale]).catch(() => undefined);
  }, [locale]);
}
