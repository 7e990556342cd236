import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { createClickIntake } from "./click-intake.ts";
import { createClickRecorder } from "./click-recorder.ts";
import { addLink, clickOn, differences, type TestLink } from "./clicks.test-kit.ts";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const PATIENCE = { timeout: 15_000, interval: 50 };

let test: TestApp;
let link: TestLink;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "contentflow-spool-"));
  test = await createTestApp({ DATA_DIR: dataDir });
  link = await addLink(test.database);
});

afterEach(async () => {
  expect(await differences(test.database)).toEqual([]);
  await test.close();
  await rm(dataDir, { recursive: true });
});

async function verdicts(): Promise<Record<string, number>> {
  const rows = await test.database.sql<{ verdict: string; n: number }>(
    "select verdict, count(*)::int as n from metric_events group by verdict order by verdict",
  );
  return Object.fromEntries(rows.map(({ verdict, n }) => [verdict, n]));
}

async function intake(): Promise<{ refused: boolean }[]> {
  return test.database.sql("select refused from click_intake");
}

async function spooled(): Promise<string[]> {
  return readdir(path.join(dataDir, "spool")).catch(() => []);
}

/** Takes the database away from the application, as a crash would: connections break, new ones are refused. */
async function takeAway(): Promise<void> {
  const { database } = test.database.owner;
  await onServer(`alter database ${database} allow_connections false`);
  await onServer(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = '${database}' and application_name like 'contentflow%'`);
}

async function giveBack(): Promise<void> {
  await onServer(`alter database ${test.database.owner.database} allow_connections true`);
}

/** From outside: a database cannot be closed by somebody who is in it. */
async function onServer(statement: string): Promise<void> {
  const client = new Client({ ...test.database.owner, database: "postgres" });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Clicks that would be there after a crash of everything, wherever they lie. */
async function durable(): Promise<number> {
  const [found] = await test.database.sql<{ n: number }>(`
    select (select count(*) from metric_events)::int
      + (select count(*) from click_intake, regexp_split_to_table(rtrim(clicks, e'\\n'), e'\\n'))::int as n`);
  return found?.n ?? 0;
}

describe("group commit", () => {
  it("records many clicks in few transactions and gives each its own verdict", async () => {
    const clicks = Array.from({ length: 900 }, (_, i) => clickOn(link, { visitor: `v${i % 600}` }));
    const puts = vi.spyOn(test.app.database.visitors, "query");
    await Promise.all(clicks.map((click) => test.app.clicks.record(click)));
    expect(puts.mock.calls.length).toBeLessThan(20);
    await test.app.clicks.settled();
    expect(await verdicts()).toEqual({ counted: 600, duplicate: 300 });
  });

  it("answers only what is committed", async () => {
    for (let clicks = 1; clicks <= 20; clicks += 1) {
      await test.app.clicks.record(clickOn(link));
      expect(await durable()).toBe(clicks);
    }
  });

  it("finishes what it has taken when it is closed, and takes no more", async () => {
    const recorder = createClickRecorder(test.app, path.join(dataDir, "other"));
    const answers = Promise.all(Array.from({ length: 700 }, () => recorder.record(clickOn(link))));
    await recorder.close();
    await answers;
    expect(await verdicts()).toEqual({ counted: 700 });
    await expect(recorder.record(clickOn(link))).rejects.toThrow("closed");
  });
});

describe("without the database", () => {
  it("clicks lie in the spool and are recorded exactly once when it is back", async () => {
    const visit = (ip: string) =>
      test.server.http.inject({
        url: `/r/${link.code}`,
        remoteAddress: ip,
        headers: { "user-agent": BROWSER },
      });
    expect((await visit("192.0.2.1")).statusCode).toBe(302);
    await takeAway();
    const answers = await Promise.all([visit("192.0.2.1"), visit("192.0.2.2"), visit("192.0.2.3")]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([302, 302, 302]);
    expect((await test.server.http.inject({ url: "/r/unknown" })).statusCode).toBe(503);
    expect((await spooled()).length).toBeGreaterThan(0);
    await giveBack();
    await vi.waitFor(async () => expect(await spooled()).toEqual([]), PATIENCE);
    await test.app.clicks.settled();
    expect(await verdicts()).toEqual({ counted: 3, duplicate: 1 });
    await vi.waitFor(async () => {
      await test.app.clicks.record(clickOn(link));
      expect(await spooled()).toEqual([]);
    }, PATIENCE);
  });

  it("a batch whose commit was never confirmed is recorded once, be it found in the spool or in the intake", async () => {
    const { visitors: pool } = test.app.database;
    const query = pool.query.bind(pool) as (text: unknown) => Promise<unknown>;
    // The connection breaks when the server has committed and nobody has heard of it yet.
    const breakOnce = vi.spyOn(pool, "query").mockImplementationOnce((async (text: unknown) => {
      await query(text);
      throw new Error("Connection terminated unexpectedly");
    }) as typeof pool.query);
    await test.app.clicks.record(clickOn(link));
    breakOnce.mockRestore();
    expect(await spooled()).toHaveLength(1);
    await vi.waitFor(async () => expect(await spooled()).toEqual([]), PATIENCE);
    // Another start finds what is in the intake.
    const later = createClickRecorder(test.app, path.join(dataDir, "later"));
    await later.settled();
    await later.close();
    expect(await verdicts()).toEqual({ counted: 1 });
    expect(await intake()).toEqual([]);
  });
});

describe("the intake", () => {
  it("of a run that was killed is in the books once the next one has settled", async () => {
    const killed = createClickIntake(test.app);
    await killed.put(randomUUID(), [clickOn(link), clickOn(link)]);
    await killed.put(randomUUID(), [clickOn(link)]);
    const next = createClickRecorder(test.app, path.join(dataDir, "next"));
    await next.settled();
    expect(await verdicts()).toEqual({ counted: 3 });
    expect(await intake()).toEqual([]);
    await next.close();
  });

  it("is booked once, however many processes are at it", async () => {
    const put = createClickIntake(test.app).put;
    for (let row = 0; row < 30; row += 1) await put(randomUUID(), [clickOn(link), clickOn(link)]);
    const processes = [1, 2, 3].map((n) => createClickRecorder(test.app, path.join(dataDir, `process-${n}`)));
    await Promise.all(processes.map((recorder) => recorder.record(clickOn(link))));
    await Promise.all(processes.map((recorder) => recorder.settled()));
    await Promise.all(processes.map((recorder) => recorder.close()));
    expect(await verdicts()).toEqual({ counted: 63 });
    expect(await intake()).toEqual([]);
  });

  it("keeps what cannot be recorded, and the rest goes on", async () => {
    const broken = randomUUID();
    await test.database.sql("insert into click_intake (id, clicks) values ($1, 'not a click')", [broken]);
    const recorder = createClickRecorder(test.app, path.join(dataDir, "recorder"));
    // No table takes a zero byte.
    const clicks = [clickOn(link), clickOn(link, { platform: "a\0b" }), clickOn(link)];
    for (const click of clicks) await recorder.record(click);
    await recorder.settled();
    await recorder.close();
    expect(await verdicts()).toEqual({ counted: 2 });
    const kept = await intake();
    expect(kept).toHaveLength(2);
    expect(kept.every(({ refused }) => refused)).toBe(true);
  });

  it("lets others be booked past a partner whose balance is locked, who is booked when it is free", async () => {
    const other = await addLink(test.database);
    const lock = new Client(test.database.owner);
    await lock.connect();
    await lock.query("begin");
    await lock.query("select from partner_balances where partner_id = $1 for update", [link.partnerId]);
    await test.app.clicks.record(clickOn(link));
    await test.app.clicks.record(clickOn(other));
    const counted = () => test.database.sql("select partner_id from metric_events");
    await vi.waitFor(
      async () => expect(await counted()).toEqual([{ partner_id: other.partnerId }]),
      PATIENCE,
    );
    await lock.query("rollback");
    await lock.end();
    // As the next sweep will: after half a minute, or in another process at once.
    const next = createClickRecorder(test.app, path.join(dataDir, "next"));
    await next.settled();
    await next.close();
    expect(await verdicts()).toEqual({ counted: 2 });
    expect(await intake()).toEqual([]);
  });

  it("leaves nobody waiting when it is full and nothing can be booked: the spool takes the rest", async () => {
    const lock = new Client(test.database.owner);
    await lock.connect();
    await lock.query("begin");
    await lock.query("select from partner_balances for update");
    const many = () => Array.from({ length: 10_500 }, () => test.app.clicks.record(clickOn(link)));
    await Promise.all(many());
    await Promise.all(many());
    await vi.waitFor(async () => {
      await test.app.clicks.record(clickOn(link));
      expect((await spooled()).length).toBeGreaterThan(0);
    }, PATIENCE);
    const waiting = await durable();
    await lock.query("rollback");
    await lock.end();
    await vi.waitFor(async () => {
      expect(await spooled()).toEqual([]);
      expect(await intake()).toEqual([]);
      expect((await verdicts())["counted"]).toBeGreaterThan(waiting);
    }, PATIENCE);
    expect(Object.keys(await verdicts())).toEqual(["counted"]);
  });

  it("keeps nobody from reading while the books cannot be written", async () => {
    const lock = new Client(test.database.owner);
    await lock.connect();
    await lock.query("begin");
    await lock.query("select from partner_balances for update");
    await test.app.clicks.record(clickOn(link));
    await test.app.clicks.settled();
    expect(await verdicts()).toEqual({});
    await lock.query("rollback");
    await lock.end();
    await vi.waitFor(async () => {
      await test.app.clicks.settled();
      expect(await verdicts()).toEqual({ counted: 1 });
    }, PATIENCE);
  });
});

describe("the spool", () => {
  it("of an earlier run is recorded at the start, with the times of the clicks", async () => {
    await takeAway();
    const earlier = createClickRecorder(test.app, path.join(dataDir, "left"));
    const occurredAt = new Date("2026-05-01T12:00:00Z");
    await earlier.record(clickOn(link, { occurredAt, visitor: "v" }));
    expect(await readdir(path.join(dataDir, "left"))).toHaveLength(1);
    await earlier.close();
    await giveBack();
    const later = createClickRecorder(test.app, path.join(dataDir, "left"));
    await vi.waitFor(async () => expect(await readdir(path.join(dataDir, "left"))).toEqual([]), PATIENCE);
    await later.close();
    const [event] = await test.database.sql("select occurred_at, visitor, verdict from metric_events");
    expect(event).toEqual({ occurred_at: occurredAt, visitor: "v", verdict: "counted" });
  });

  it("is recorded around a file that is stuck, which is tried again", async () => {
    const folder = path.join(dataDir, "stuck");
    const [first, click, last] = ["0", "5", "f"].map(
      (digit) => `${digit}1111111-1111-4111-8111-111111111111`,
    );
    // Nothing that opens a folder as a file can read it; whichever end the list begins at, one of them comes first.
    const stuck = [`${first}.ndjson`, `${last}.ndjson`];
    for (const name of stuck) await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, `${click}.ndjson`), `${JSON.stringify(clickOn(link))}\n`);
    const warn = vi.spyOn(test.app.log, "warn");
    const recorder = createClickRecorder(test.app, folder);
    await vi.waitFor(async () => expect((await readdir(folder)).toSorted()).toEqual(stuck), PATIENCE);
    expect(await verdicts()).toEqual({ counted: 1 });
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ receipt: first }), expect.any(String));
    await rm(path.join(folder, `${first}.ndjson`), { recursive: true });
    await writeFile(path.join(folder, `${first}.ndjson`), `${JSON.stringify(clickOn(link))}\n`);
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([`${last}.ndjson`]), PATIENCE);
    await recorder.close();
    expect(await verdicts()).toEqual({ counted: 2 });
  });

  it("leaves unfinished files alone and sets unreadable ones aside", async () => {
    const folder = path.join(dataDir, "odd");
    await mkdir(folder);
    const broken = "11111111-1111-4111-8111-111111111111";
    await writeFile(path.join(folder, `${broken}.ndjson`), "not a click\n");
    await writeFile(path.join(folder, `${broken}.ndjson.tmp`), "half a cli");
    const recorder = createClickRecorder(test.app, folder);
    await vi.waitFor(async () => {
      expect((await readdir(folder)).toSorted()).toEqual([
        `${broken}.ndjson.refused`,
        `${broken}.ndjson.tmp`,
      ]);
    }, PATIENCE);
    await recorder.close();
  });
});
