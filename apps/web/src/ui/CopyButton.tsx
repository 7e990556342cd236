import { useTranslation } from "react-i18next";
import { useCopy } from "../lib/use-copy.ts";

/** Puts a text into the clipboard and says so for two seconds. `label` says what is copied. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const { state, copy } = useCopy(text);
  return (
    <>
      <button type="button" aria-label={label} onClick={copy}>
        {state === "idle" ? t("copy.copy") : t(`copy.${state}`)}
      </button>
      <span className="visually-hidden" role="status">
        {state === "idle" ? "" : t(`copy.${state}`)}
      </span>
    </>
  );
}
