import { useCallback, useEffect, useState } from "react";

export type CopyState = "idle" | "copied" | "failed";

const SHOWN_MS = 2_000;

/** Puts a text into the clipboard; for two seconds afterwards, `state` is how that went. */
export function useCopy(text: string): { state: CopyState; copy: () => void } {
  const [state, setState] = useState<CopyState>("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = useCallback(() => {
    // A page that was not loaded securely has no clipboard at all: also that has to end in `failed`.
    const write = async () => navigator.clipboard.writeText(text);
    write().then(
      () => setState("copied"),
      () => setState("failed"),
    );
  }, [text]);
  return { state, copy };
}
