import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../generated/schema.ts";
import { chosenLanguage, type Language } from "./language.ts";
import { useViewer } from "./use-viewer.ts";

const LANGUAGE_OF: Record<Locale, Language> = { EN: "en", FR: "fr" };

/** Speaks the account's language, unless another one was chosen in this browser. */
export function useAccountLanguage(): void {
  const { i18n } = useTranslation();
  const locale = useViewer().viewer?.locale;
  useEffect(() => {
    if (!locale || chosenLanguage(window.localStorage)) return;
    void i18n.changeLanguage(LANGUAGE_OF[locale]);
  }, [i18n, locale]);
}
