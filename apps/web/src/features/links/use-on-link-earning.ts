import { useLiveBalance } from "../../lib/use-live-balance.ts";
import { useOnEarning } from "../../lib/use-on-earning.ts";

/** At most this often the server is asked again, however many clicks come in. */
const EVERY_MS = 2_000;

/** Does the work when a click has earned something, on whichever link. */
export function useOnLinkEarning(work: () => Promise<unknown>): void {
  useOnEarning(useLiveBalance().data?.balance, EVERY_MS, work);
}
