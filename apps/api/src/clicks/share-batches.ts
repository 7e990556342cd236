import { isUnavailable } from "../db/database-error.ts";
import type { PendingBatchEvent, RecordedEvent } from "./batch-event.ts";
import type { RecordBatch } from "./record-in-lanes.ts";

interface Waiting {
  readonly events: readonly PendingBatchEvent[];
  readonly resolve: (recorded: RecordedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The more events are recorded together, the more of them share the rows of a partner. */
const MOST_TOGETHER = 8_000;

/**
 * Records what several callers want recorded together, when they come while others are being recorded. Each
 * hears of its own events, and of a failure only if its own fail by themselves.
 */
export function shareBatches(record: RecordBatch): RecordBatch {
  const waiting: Waiting[] = [];
  let busy = false;

  const takeTogether = (): Waiting[] => {
    let events = 0;
    const end = waiting.findIndex((one) => {
      events += one.events.length;
      return events > MOST_TOGETHER;
    });
    return waiting.splice(0, end < 0 ? waiting.length : Math.max(1, end));
  };

  const recordOne = async ({ events, resolve, reject }: Waiting): Promise<void> => {
    try {
      resolve(await record(events));
    } catch (error) {
      reject(error);
      if (isUnavailable(error)) rejectAll(waiting.splice(0), error);
    }
  };

  const rejectAll = (group: readonly Waiting[], error: unknown): void => {
    for (const { reject } of group) reject(error);
  };

  const recordTogether = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const recorded = await record(group.flatMap(({ events }) => events));
      let start = 0;
      for (const { events, resolve } of group) {
        resolve(recorded.slice(start, start + events.length));
        start += events.length;
      }
    } catch (error) {
      // Without a database nobody need wait until that has been found out for each of them.
      if (isUnavailable(error)) rejectAll([...group, ...waiting.splice(0)], error);
      else for (const one of group) await recordOne(one);
    }
  };

  // One group after the other: two with a partner in common would only wait for each other's locks.
  const pump = (): void => {
    const group = busy ? [] : takeTogether();
    const [only] = group;
    if (!only) return;
    busy = true;
    void (group.length === 1 ? recordOne(only) : recordTogether(group)).finally(() => {
      busy = false;
      pump();
    });
  };

  return (events) =>
    new Promise((resolve, reject) => {
      waiting.push({ events, resolve, reject });
      pump();
    });
}
