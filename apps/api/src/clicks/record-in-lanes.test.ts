import fc from "fast-check";
import { expect, it } from "vitest";
import type { PendingBatchEvent, RecordedEvent } from "./batch-event.ts";
import { inLanes } from "./record-in-lanes.ts";

const anEvent = fc.record({ partnerId: fc.uuid(), visitor: fc.string() }).map(
  ({ partnerId, visitor }): PendingBatchEvent => ({
    kind: "click",
    occurredAt: new Date(0),
    partnerId,
    visitor,
  }),
);

/** Every second event is a duplicate, as it comes to be recorded. */
function recorder() {
  const calls: (readonly PendingBatchEvent[])[] = [];
  const verdicts = new Map<PendingBatchEvent, RecordedEvent>();
  const record = async (events: readonly PendingBatchEvent[]): Promise<RecordedEvent[]> => {
    calls.push(events);
    return events.map((event, index) => {
      const recorded = { verdict: index % 2 === 0 ? "counted" : "duplicate", replayed: false } as const;
      verdicts.set(event, recorded);
      return recorded;
    });
  };
  return { calls, verdicts, record };
}

it("keeps each partner's events together and in order, and answers for each in its place", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { minLength: 500, maxLength: 700 }), async (events) => {
      const { calls, verdicts, record } = recorder();
      const recorded = await inLanes(record)(events);
      expect(recorded).toEqual(events.map((event) => verdicts.get(event)));
      const lanesOf = Map.groupBy(
        calls.flatMap((call, lane) => call.map(({ partnerId }) => ({ partnerId, lane }))),
        ({ partnerId }) => partnerId,
      );
      for (const places of lanesOf.values()) expect(new Set(places.map(({ lane }) => lane)).size).toBe(1);
      for (const call of calls) expect(call).toEqual(events.filter((event) => call.includes(event)));
    }),
    { numRuns: 20 },
  );
});

it("waits for the other lane before it fails", async () => {
  const slow = Promise.withResolvers<void>();
  let ended = false;
  const record = inLanes(async (events) => {
    if (events.some(({ visitor }) => visitor === "bad")) throw new Error("not recorded");
    await slow.promise;
    return events.map(() => ({ verdict: "counted", replayed: false }));
  });
  const events = Array.from({ length: 1_000 }, (_, index) => ({
    kind: "click" as const,
    occurredAt: new Date(0),
    partnerId: `p${index % 2}`,
    visitor: index === 0 ? "bad" : "good",
  }));
  const recording = record(events).finally(() => {
    ended = true;
  });
  recording.catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toBe(false);
  slow.resolve();
  await expect(recording).rejects.toThrow("not recorded");
});

it("leaves small batches in one transaction", async () => {
  const { calls, record } = recorder();
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { maxLength: 499 }), async (events) => {
      calls.length = 0;
      await inLanes(record)(events);
      expect(calls).toEqual([events]);
    }),
    { numRuns: 5 },
  );
});

it("has work for both lanes, also where ids end alike", async () => {
  const { calls, record } = recorder();
  const events = Array.from({ length: 1_000 }, (_, index) => ({
    kind: "click" as const,
    occurredAt: new Date(0),
    partnerId: `${index.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`,
    visitor: "somebody",
  }));
  await inLanes(record)(events);
  expect(calls.length).toBe(2);
  for (const call of calls) expect(call.length).toBeGreaterThan(400);
});
