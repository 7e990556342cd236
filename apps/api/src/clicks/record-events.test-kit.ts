import { afterEach, beforeEach, expect } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { differences } from "./clicks.test-kit.ts";
import { type PendingBatchEvent, type RecordOptions, recordEvents } from "./record-events.ts";

/** For a file of tests: an application with books of its own for each, which agree with the events whatever it did. */
export function emptyBooks() {
  let test: TestApp;

  beforeEach(async () => {
    test = await createTestApp({ EPC_EUR: "0.20" });
  });
  afterEach(async () => {
    expect(await differences(test.database)).toEqual([]);
    await test.close();
  });

  return {
    get test() {
      return test;
    },
    async verdicts(events: readonly PendingBatchEvent[], options?: RecordOptions): Promise<string[]> {
      const recorded = await recordEvents(test.app, events, options);
      return recorded.map(({ verdict, replayed }) => (replayed ? "replayed" : verdict));
    },
    async balanceOf(partnerId: string) {
      const [row] = await test.database.sql<{ available: string; debt: string; earned: string }>(
        "select available, debt, earned from partner_balances where partner_id = $1",
        [partnerId],
      );
      return row;
    },
    async events<Row extends object>(columns: string): Promise<Row[]> {
      return test.database.sql<Row>(`select ${columns} from metric_events order by id`);
    },
  };
}
