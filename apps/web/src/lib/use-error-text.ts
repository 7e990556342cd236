import { errorText } from "./error-text.ts";
import { useErrorWords } from "./use-error-words.ts";
import { useFormat } from "./use-format.ts";

/** Words for any error, in the language on screen. */
export function useErrorText(): (error: unknown) => string {
  const words = useErrorWords();
  const format = useFormat();
  return (error) => errorText(error, words, format);
}
