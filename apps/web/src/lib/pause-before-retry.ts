const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;
/** Everybody lost the line at once when the server was restarted: they should not all come back at once. */
const SPREAD_MS = 1_000;

/**
 * The pause before a lost line is made anew: twice as long each time, but never so long that somebody sits before old
 * figures. It ends early when the network comes back. `retries` are those that failed so far.
 */
export function pauseBeforeRetry(retries: number): Promise<void> {
  const ms = Math.min(LONGEST_MS, FIRST_MS * 2 ** retries) + Math.random() * SPREAD_MS;
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      globalThis.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    globalThis.addEventListener("online", go);
  });
}
