import { useTranslation } from "react-i18next";
import type { ErrorWords } from "./error-text.ts";
import { useLanguage } from "./use-language.ts";

/** What the language on screen says when something was refused. */
export function useErrorWords(): ErrorWords {
  const { i18n } = useTranslation();
  const { language } = useLanguage();
  return i18n.getResourceBundle(language, "errors");
}
