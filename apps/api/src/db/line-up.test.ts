import { afterEach, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { type Database, openDatabase } from "./database.ts";
import { isUnavailable } from "./database-error.ts";
import { inTransaction } from "./transaction.ts";

const WAIT_MS = 200;
/** One connection for the ORM. */
const SETTINGS = { size: 3, waitMs: WAIT_MS };

let test: TestDatabase;
let database: Database;
beforeEach(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.owner, SETTINGS);
});
afterEach(async () => {
  await database.close();
  await test.drop();
});

const work = (on = database) => inTransaction(on, async (em) => em.execute("select 1 as one"));

it("AC-17 a crowd gets its connections, also when it waits longer than anybody would at a standstill", async () => {
  const startedAt = performance.now();
  const crowd = await Promise.all(Array.from({ length: 1_000 }, () => work()));
  expect(crowd.flat()).toEqual(crowd.map(() => ({ one: 1 })));
  expect(performance.now() - startedAt).toBeGreaterThan(WAIT_MS);
});

it("AC-17 at a standstill everybody who waits is told, and is served again after it", async () => {
  const { promise: end, resolve: finish } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const slow = inTransaction(database, async () => {
    begin();
    await end;
  });
  await begun;
  const told = await Promise.allSettled(Array.from({ length: 5 }, () => work()));
  finish();
  await slow;
  expect(told.map((one) => one.status === "rejected" && isUnavailable(one.reason))).toEqual(
    told.map(() => true),
  );
  expect(await work()).toEqual([{ one: 1 }]);
});

it("AC-42 who gets no connection takes nobody's place", async () => {
  const nowhere = openDatabase({ ...test.owner, port: 1 }, SETTINGS);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await expect(work(nowhere)).rejects.toThrow(/^connect E/);
  }
  await nowhere.close();
});
