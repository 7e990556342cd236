import { useEffect, useRef } from "react";
import { useLiveBalance } from "../../lib/use-live-balance.ts";
import { useThrottled } from "../../lib/use-throttled.ts";

/** At most this often the server is asked again, however many clicks come in. */
const EVERY_MS = 2_000;

/** Does the work when a click has earned something, on whichever link. */
export function useOnEarning(work: () => Promise<unknown>): void {
  const { data } = useLiveBalance();
  const standing = data && `${data.balance.clicks} ${data.balance.earned}`;
  const known = useRef(standing);
  // What fails now is made up for by the next click, or by coming back to the page.
  const follow = useThrottled(() => void work().catch(() => undefined), EVERY_MS);
  useEffect(() => {
    if (known.current !== undefined && known.current !== standing) follow();
    known.current = standing;
  }, [standing, follow]);
}
