import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "../lib/language.ts";
import { useChooseLanguage } from "../lib/use-choose-language.ts";
import { useLanguage } from "../lib/use-language.ts";

const NAMES: Record<Language, string> = { en: "English", fr: "Français" };

/** Two buttons, each named in its own language: whoever cannot read this page finds the way out of it. */
export function LanguageSwitch({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const choose = useChooseLanguage(signedIn);
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
          onClick={() => choose(option)}
        >
          {option.toUpperCase()}
          <span className="visually-hidden"> {NAMES[option]}</span>
        </button>
      ))}
    </fieldset>
  );
}
