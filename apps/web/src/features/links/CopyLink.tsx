import { Check, Copy } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCopy } from "../../lib/use-copy.ts";

/** The address to share; all of it is the button that copies it. With `fresh` it is where the keyboard goes next. */
export function CopyLink({ url, fresh = false }: { url: string; fresh?: boolean }) {
  const { t } = useTranslation();
  const { state, copy } = useCopy(url);
  // Where there is no room for all of it, the code stays whole.
  const cut = url.lastIndexOf("/r/");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (fresh) button.current?.focus();
  }, [fresh]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={state === "copied" ? "copy-link copy-link-done" : "copy-link"}
        onClick={copy}
      >
        <code>
          {url.slice(0, cut)}
          <wbr />
          {url.slice(cut)}
        </code>
        <span className="copy-link-word">
          {state === "copied" ? (
            <Check aria-hidden="true" size={18} />
          ) : (
            <Copy aria-hidden="true" size={18} />
          )}
          {state === "idle" ? t("copy.copy") : t(`copy.${state}`)}
        </span>
      </button>
      <span className="visually-hidden" role="status">
        {state === "idle" ? "" : t(`copy.${state}`)}
      </span>
    </>
  );
}
