import { useEffect, useRef } from "react";
import { useThrottled } from "./use-throttled.ts";

interface Standing {
  readonly clicks: number;
  readonly earned: string;
}

/**
 * Does the work when a click has earned something: at once, and then at most once in so many milliseconds. What fails is
 * made up for by the next click, or by coming back to the page. `balance` is undefined until it is known.
 */
export function useOnEarning(
  balance: Standing | undefined,
  everyMs: number,
  work: () => Promise<unknown>,
): void {
  const standing = balance && `${balance.clicks} ${balance.earned}`;
  const known = useRef(standing);
  const follow = useThrottled(() => void work().catch(() => undefined), everyMs);
  useEffect(() => {
    if (known.current !== undefined && known.current !== standing) follow();
    known.current = standing;
  }, [standing, follow]);
}
