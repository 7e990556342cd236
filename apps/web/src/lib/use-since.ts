import { sinceWhen } from "./since.ts";
import { useLanguage } from "./use-language.ts";
import { useNow } from "./use-now.ts";

/** What follows "since", in the language on screen: `Tuesday`, `le 3 mars`. */
export function useSince(): (instant: string) => string {
  const now = useNow();
  const { language } = useLanguage();
  return (instant) => sinceWhen(instant, now, language);
}
