import { SetLocaleDocument } from "../generated/asked.ts";
import { speak } from "../locales/speak.ts";
import { ask } from "./ask.ts";
import { keepChosenLanguage, type Language, localeOf } from "./language.ts";

/** The switch: the choice stays with this browser, and with the account of whoever is signed in. */
export function chooseLanguage(language: Language, signedIn: boolean): void {
  void keepChosenLanguage(language);
  // The pages have switched already; at worst the next mail comes in the other language.
  if (signedIn) void ask(SetLocaleDocument, { locale: localeOf(language) }).catch(() => undefined);
  void speak(language).catch(() => undefined);
}
