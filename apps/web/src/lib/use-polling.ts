import { useEffect, useRef } from "react";

/** Does the work every so many milliseconds while somebody may be looking: the tab in sight, the network there. */
export function usePolling(work: () => Promise<unknown>, everyMs: number): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  }, [work]);
  useEffect(() => {
    let isBusy = false;
    const look = async () => {
      if (isBusy || document.visibilityState !== "visible" || !navigator.onLine) return;
      isBusy = true;
      // What fails is made up for the next time.
      await latest.current().catch(() => undefined);
      isBusy = false;
    };
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
