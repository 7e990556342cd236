import { expect, it } from "vitest";
import type { PendingBatchEvent, RecordedEvent } from "./batch-event.ts";
import { shareBatches } from "./share-batches.ts";

const event = (visitor: string): PendingBatchEvent => ({
  kind: "click",
  occurredAt: new Date(0),
  partnerId: "p",
  visitor,
});
const events = (visitor: string, many: number) => Array.from({ length: many }, () => event(visitor));

/** Records nothing, remembers what it was asked, and takes no event of a visitor named "bad". */
function recorder() {
  const calls: string[][] = [];
  const record = async (batch: readonly PendingBatchEvent[]): Promise<RecordedEvent[]> => {
    calls.push(batch.map(({ visitor }) => visitor));
    await Promise.resolve();
    if (batch.some(({ visitor }) => visitor === "bad")) throw new Error("not recorded");
    return batch.map(({ visitor }) => ({ verdict: visitor === "b" ? "bot" : "counted", replayed: false }));
  };
  return { calls, shared: shareBatches(record) };
}

it("records together what comes while others are recorded, and gives each its own answers", async () => {
  const { calls, shared } = recorder();
  const answers = await Promise.all([shared(events("a", 1)), shared(events("b", 2)), shared(events("c", 1))]);
  expect(calls).toEqual([["a"], ["b", "b", "c"]]);
  expect(answers.map((answer) => answer.map(({ verdict }) => verdict))).toEqual([
    ["counted"],
    ["bot", "bot"],
    ["counted"],
  ]);
});

it("lets nobody fail for what others sent", async () => {
  const { shared } = recorder();
  const asked = [
    shared(events("a", 1)),
    shared(events("b", 1)),
    shared(events("bad", 1)),
    shared(events("c", 1)),
  ];
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});

it("records no more together than is good", async () => {
  const { calls, shared } = recorder();
  await Promise.all([1, 4_000, 3_500, 1_000, 10_000, 1].map((many) => shared(events("a", many))));
  expect(calls.map(({ length }) => length)).toEqual([1, 7_500, 1_000, 10_000, 1]);
});
