import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { visitorHash } from "./visitor-hash.ts";
import { createVisitorKeys, type VisitorKeys } from "./visitor-keys.ts";

let test: TestApp;
let unreachable = false;
let keys: VisitorKeys;

beforeAll(async () => {
  test = await createTestApp();
});

afterAll(() => test.close());

beforeEach(async () => {
  unreachable = false;
  await test.database.sql("delete from visitor_keys");
  keys = newProcess();
});

/** The keys as another process of the same database would see them. */
function newProcess(): VisitorKeys {
  const { visitors: pool } = test.app.database;
  const query = (text: string, values: unknown[]) =>
    unreachable
      ? Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }))
      : pool.query(text, values);
  const database = { ...test.app.database, visitors: Object.assign(Object.create(pool), { query }) };
  return createVisitorKeys({ ...test.app, database });
}

const hash = (key: Uint8Array | null) => key && visitorHash(key, "192.0.2.1", "Firefox");

describe("the visitor key", () => {
  it("is one per day, the same in every process and after a restart, and yesterday's is known", async () => {
    test.setNow("2026-05-10T12:00:00Z");
    const first = await keys.current();
    expect(first.yesterday).toBeNull();
    expect(await newProcess().current()).toEqual(first);
    test.setNow("2026-05-11T00:00:00Z");
    const second = await keys.current();
    expect(second.yesterday).toEqual(first.today);
    expect(hash(second.today)).not.toBe(hash(first.today));
    expect(await newProcess().current()).toEqual(second);
  });

  it("is made once when many ask at the same time", async () => {
    test.setNow("2026-05-10T12:00:00Z");
    const all = await Promise.all(Array.from({ length: 20 }, () => newProcess().current()));
    expect(new Set(all.map(({ today }) => hash(today))).size).toBe(1);
  });

  it("goes on past midnight while the database is down, and is yesterday's when it is back", async () => {
    test.setNow("2026-05-10T23:59:00Z");
    const { today: last } = await keys.current();
    unreachable = true;
    test.setNow("2026-05-11T00:01:00Z");
    expect(await keys.current()).toEqual({ today: last, yesterday: null });
    unreachable = false;
    const back = await keys.current();
    expect(back.yesterday).toEqual(last);
    expect(hash(back.today)).not.toBe(hash(last));
  });

  it("is not what the database holds: a copy of it recognises nobody", async () => {
    const { today } = await keys.current();
    const [stored] = await test.database.sql<{ key: Buffer }>("select key from visitor_keys");
    expect(Buffer.from(today)).not.toEqual(stored?.key);
  });
});
