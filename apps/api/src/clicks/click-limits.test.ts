import { Client } from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { addLink, clickOn } from "./clicks.test-kit.ts";

/** As many as may be in the intake, or wait for it, before the spool takes them. */
const LIMIT = 20_000;
const MORE_THAN_A_BATCH = 600;
const PATIENCE = { timeout: 15_000, interval: 50 };

let test: TestApp;
let owner: Client;

beforeEach(async () => {
  test = await createTestApp();
  owner = new Client(test.database.owner);
  await owner.connect();
  await owner.query("begin");
});
afterEach(async () => {
  await owner.end();
  await test.close();
});

it("holds no more in the intake than it may, however many wait", async () => {
  const link = await addLink(test.database);
  await owner.query("select from partner_balances for update");
  const record = (clicks: number) =>
    Promise.all(Array.from({ length: clicks }, () => test.app.clicks.record(clickOn(link))));
  await record(LIMIT);
  const answered = record(LIMIT + MORE_THAN_A_BATCH);
  await vi.waitFor(async () => {
    const { values } = await test.app.metrics.spooledClicks.get();
    expect(values[0]?.value).toBeGreaterThan(0);
  }, PATIENCE);
  const inIntake =
    "select count(*)::int as n from click_intake, regexp_split_to_table(rtrim(clicks, e'\\n'), e'\\n')";
  expect(await test.database.sql(inIntake)).toEqual([{ n: LIMIT }]);
  await owner.query("rollback");
  await answered;
});

it("has nobody wait longer than they would for a look into the intake that hangs", async () => {
  await owner.query("lock table click_intake");
  const impatient = test.app.database.visitors.query("select from click_intake");
  const next = await createTestApp({}, undefined, test.database);
  const settled = next.app.clicks.settled(100).then(() => "settled");
  expect(await Promise.race([settled, impatient.catch(() => "gave up")])).toBe("settled");
  await owner.query("rollback");
  await impatient.catch(() => undefined);
  await next.close();
});
