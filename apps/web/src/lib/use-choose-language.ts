import { useTranslation } from "react-i18next";
import { useSetLocaleMutation } from "../generated/hooks.ts";
import { keepChosenLanguage, type Language } from "./language.ts";
import { useViewer } from "./use-viewer.ts";

/** The switch: the choice stays with this browser, and with the account of whoever is signed in. */
export function useChooseLanguage(): (language: Language) => void {
  const { i18n } = useTranslation();
  const { viewer } = useViewer();
  const [setLocale] = useSetLocaleMutation();
  return (language) => {
    keepChosenLanguage(language, window.localStorage);
    void i18n.changeLanguage(language);
    // The pages have switched already; at worst the next mail comes in the other language.
    if (viewer)
      void setLocale({ variables: { locale: language === "fr" ? "FR" : "EN" } }).catch(() => undefined);
  };
}
