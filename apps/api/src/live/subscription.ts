import type { App } from "../app.ts";
import type { LiveChange } from "./live-feed.ts";

/**
 * The changes that `wanted` picks, for a GraphQL subscription; `first`, if given, is told at once. It listens from the
 * moment it is made, so that nothing slips between a first look and the next change, and, unlike a generator that
 * waits for its next value, it can be ended at any moment.
 */
export function subscribeToChanges(
  app: Pick<App, "live">,
  wanted: (change: LiveChange) => boolean,
  first?: LiveChange,
): AsyncIterableIterator<LiveChange, undefined> {
  const stop = new AbortController();
  const changes = app.live.changes(wanted, stop.signal, first);
  let waiting: Promise<IteratorResult<LiveChange>> | undefined = changes.next();
  // Handled where it is awaited; if nobody does, the subscription has ended and so did the error's audience.
  waiting.catch(() => {});
  let greeting = first;
  return {
    async next() {
      if (greeting) {
        const value = greeting;
        greeting = undefined;
        return { done: false, value };
      }
      const next = waiting ?? changes.next();
      waiting = undefined;
      const result = await next;
      return result.done ? { done: true, value: undefined } : result;
    },
    async return() {
      stop.abort();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
