import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Puts a text into the clipboard and says so for two seconds. `label` says what is copied. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  return (
    <>
      <button type="button" aria-label={label} onClick={() => void copy()}>
        {state === "idle" ? t("copy.copy") : t(`copy.${state}`)}
      </button>
      <span className="visually-hidden" role="status">
        {state === "idle" ? "" : t(`copy.${state}`)}
      </span>
    </>
  );
}
