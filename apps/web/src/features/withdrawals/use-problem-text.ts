import { useTranslation } from "react-i18next";
import { refusalText } from "../../lib/error-text.ts";
import type { Refusal } from "../../lib/refusal.ts";
import { useErrorWords } from "../../lib/use-error-words.ts";
import { useFormat } from "../../lib/use-format.ts";

/** Words for what is wrong with a field: closer to it than the general text of the same refusal. */
export function useProblemText(): (refusal: Refusal | undefined) => string | undefined {
  const { t } = useTranslation();
  const words = useErrorWords();
  const format = useFormat();
  return (refusal) => {
    if (!refusal) return undefined;
    if (refusal.code === "BAD_USER_INPUT") {
      if (refusal.details.field === "email") return t("magic.malformed");
      const { reason } = refusal.details;
      if (reason === "tooLarge" || reason === "tooPrecise") return t(`withdraw.${reason}`);
      return t("withdraw.badAmount");
    }
    return refusalText(refusal, words, format);
  };
}
