import { addDays, dayOf } from "@contentflow/domain/day";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { addLink, clickOn } from "./clicks.test-kit.ts";
import { dropOldEvents } from "./drop-old-events.ts";
import { forgetReceipts } from "./forget-receipts.ts";
import { preparePartitions } from "./prepare-partitions.ts";
import { recordEvents } from "./record-events.ts";

let test: TestApp;

beforeEach(async () => {
  test = await createTestApp({ EVENT_RETENTION_DAYS: "30" });
});

afterEach(() => test.close());

async function partitions(): Promise<string[]> {
  const rows = await test.database.sql<{ name: string }>(
    "select right(inhrelid::regclass::text, 8) as name from pg_inherits where inhparent = 'metric_events'::regclass order by 1",
  );
  return rows.map(({ name }) => name);
}

describe("partitions", () => {
  it("are there before their day begins", async () => {
    test.setNow("2026-12-31T12:00:00Z");
    await preparePartitions(test.app);
    expect(await partitions()).toEqual(expect.arrayContaining(["20261231", "20270101", "20270102"]));
  });

  it("are dropped with their events once they are old and sealed; money and totals stay", async () => {
    const link = await addLink(test.database);
    const now = new Date("2026-06-30T12:00:00Z");
    test.setNow(now);
    const daysAgo = (n: number) => new Date(`${addDays(dayOf(now), -n)}T12:00:00Z`);
    const clicks = [31, 30, 0].map((n) => clickOn(link, { occurredAt: daysAgo(n) }));
    await recordEvents(test.app, clicks, { bookOn: "occurrence" });
    expect(await dropOldEvents(test.app)).toEqual([]);
    await test.database.sql("select seal_accruals('2026-06-30')");
    expect(await dropOldEvents(test.app)).toEqual(["2026-05-30"]);
    const left = await partitions();
    expect(left).toEqual(expect.arrayContaining(["20260531", "20260630"]));
    expect(left).not.toContain("20260530");
    const [balance] = await test.database.sql("select available from partner_balances");
    expect(balance).toEqual({ available: "600000" });
    expect(await test.database.sql("select day from partner_days")).toHaveLength(3);
  });
});

describe("receipts", () => {
  it("are forgotten with the events of their day; those kept for good stay", async () => {
    const link = await addLink(test.database);
    test.setNow("2026-06-01T12:00:00Z");
    await recordEvents(test.app, [clickOn(link, { id: "usual" })]);
    await recordEvents(test.app, [clickOn(link, { id: "moved in" })], { keepReceipts: true });
    test.setNow("2026-07-01T12:00:00Z");
    expect(await forgetReceipts(test.app)).toBe(0);
    test.setNow("2026-07-02T00:00:00Z");
    expect(await forgetReceipts(test.app)).toBe(1);
    test.setNow("2036-06-16T00:00:00Z");
    expect(await forgetReceipts(test.app)).toBe(0);
  });

  it.each([
    { title: "alone", fresh: [] },
    { title: "among new ones", fresh: ["fresh"] },
  ])("with a date are kept for good once their events come again to stay, $title", async ({ fresh }) => {
    const link = await addLink(test.database);
    test.setNow("2026-06-01T12:00:00Z");
    const live = clickOn(link, { id: "live" });
    const batch = [live, ...fresh.map((id) => clickOn(link, { id }))];
    const replayed = async () =>
      (await recordEvents(test.app, batch, { keepReceipts: true })).map((event) => event.replayed);
    await recordEvents(test.app, [live]);
    expect(await replayed()).toEqual([true, ...fresh.map(() => false)]);
    test.setNow("2036-06-16T00:00:00Z");
    expect(await forgetReceipts(test.app)).toBe(0);
    expect(await replayed()).toEqual(batch.map(() => true));
  });

  it("kept for good are not given a date again", async () => {
    const link = await addLink(test.database);
    const moved = clickOn(link, { id: "moved in" });
    await recordEvents(test.app, [moved], { keepReceipts: true });
    await recordEvents(test.app, [moved, clickOn(link, { id: "usual" })]);
    test.setNow("2096-06-16T00:00:00Z");
    expect(await forgetReceipts(test.app)).toBe(1);
  });
});
