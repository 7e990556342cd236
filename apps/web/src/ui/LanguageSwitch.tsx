import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../lib/choose-language.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../lib/language.ts";
import { useLanguage } from "../lib/use-language.ts";

/** Two buttons, each named in its own language: whoever cannot read this page finds the way out of it. */
export function LanguageSwitch({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t("shell.language")}</legend>
      {LANGUAGES.map((option) => (
        <button
          key={option}
          type="button"
          lang={option}
          className="quiet"
          aria-pressed={option === language}
          onClick={() => chooseLanguage(option, signedIn)}
        >
          {option.toUpperCase()}
          <span className="visually-hidden"> {LANGUAGE_NAMES[option]}</span>
        </button>
      ))}
    </fieldset>
  );
}
