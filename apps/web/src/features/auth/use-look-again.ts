import { useEffect } from "react";

/** The mailed link opens in a tab of its own: whoever comes back to this one may be signed in by now. */
export function useLookAgain(look: () => void): void {
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === "visible") look();
    };
    document.addEventListener("visibilitychange", back);
    return () => document.removeEventListener("visibilitychange", back);
  });
}
