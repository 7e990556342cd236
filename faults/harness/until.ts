import { setTimeout as pause } from "node:timers/promises";

const LOOK_EVERY_MS = 20;

/** Waits until `look` says something other than false or undefined, and hands it out; fails after `withinMs`, naming `what`. */
export async function until<T>(
  what: string,
  withinMs: number,
  look: () => T | false | undefined | Promise<T | false | undefined>,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== false && seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error(`within ${withinMs} ms it did not happen: ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}
