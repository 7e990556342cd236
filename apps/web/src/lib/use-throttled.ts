import { useCallback, useEffect, useRef } from "react";

/** Does the work at once, and then at most once in so many milliseconds; the last call is never lost. */
export function useThrottled(work: () => void, ms: number): () => void {
  const latest = useRef(work);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = useRef(false);
  useEffect(() => {
    latest.current = work;
  }, [work]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(() => {
    if (timer.current !== undefined) {
      again.current = true;
      return;
    }
    const run = () => {
      again.current = false;
      latest.current();
      timer.current = setTimeout(() => {
        timer.current = undefined;
        if (again.current) run();
      }, ms);
    };
    run();
  }, [ms]);
}
