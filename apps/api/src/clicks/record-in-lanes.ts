import type { PendingBatchEvent, RecordedEvent } from "./batch-event.ts";

/** Records events, one result for each, in order. */
export type RecordBatch = (events: readonly PendingBatchEvent[]) => Promise<RecordedEvent[]>;

/** While one core writes a lane, another judges and writes the next. */
const LANES = 2;
/** With fewer, a transaction of its own costs more than waiting for the other. */
const WORTH_SPLITTING = 500;

/**
 * Records the events of half of the partners beside those of the other half, in a transaction each: they have nothing in
 * common that one would have to wait for. Every partner's events stay together and in order. When it throws, some of
 * the events may have been recorded: sending the same ids again is safe, and those are answered as replays. Of two
 * events of different partners with one id, either may be the one that is recorded.
 */
export function inLanes(record: RecordBatch): RecordBatch {
  return async (events) => {
    if (events.length < WORTH_SPLITTING) return record(events);
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      events.filter(({ partnerId }) => laneOf(partnerId) === lane),
    );
    // Nothing is answered, or tried again, while some of it is still under way.
    const outcomes = await Promise.allSettled(lanes.map(record));
    const recorded = outcomes.map((outcome) => {
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value.values();
    });
    return events.map(({ partnerId }) => {
      const next = recorded[laneOf(partnerId)]?.next().value;
      if (!next) throw new Error("fewer events were recorded than were given");
      return next;
    });
  };
}

/** By all of the id: those that were moved in from another system may all end alike. */
function laneOf(partnerId: string): number {
  let sum = 0;
  for (let index = 0; index < partnerId.length; index += 1) sum += partnerId.charCodeAt(index);
  return sum % LANES;
}
