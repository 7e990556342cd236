import { errorText } from "./error-text.ts";
import { useFormat } from "./use-format.ts";
import { useLanguage } from "./use-language.ts";

/** Words for any error, in the language on screen. */
export function useErrorText(): (error: unknown) => string {
  const { language } = useLanguage();
  const format = useFormat();
  return (error) => errorText(error, language, format);
}
