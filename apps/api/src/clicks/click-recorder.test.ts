import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client, type PoolClient } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
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

describe("group commit", () => {
  it("records many clicks in few transactions and gives each its own verdict", async () => {
    const clicks = Array.from({ length: 900 }, (_, i) => clickOn(link, { visitor: `v${i % 600}` }));
    const answers = await Promise.all(clicks.map((click) => test.app.clicks.record(click)));
    expect(answers.filter((verdict) => verdict === "counted")).toHaveLength(600);
    expect(answers.filter((verdict) => verdict === "duplicate")).toHaveLength(300);
    const [transactions] = await test.database.sql<{ n: number }>(
      "select count(*)::int as n from event_receipts",
    );
    expect(transactions?.n).toBeLessThan(20);
  });

  it("answers only what is committed", async () => {
    await test.app.clicks.record(clickOn(link));
    expect(await verdicts()).toEqual({ counted: 1 });
  });

  it("finishes what it has taken when it is closed, and takes no more", async () => {
    const recorder = createClickRecorder(test.app, path.join(dataDir, "other"));
    const answers = Promise.all(Array.from({ length: 700 }, () => recorder.record(clickOn(link))));
    await recorder.close();
    expect(new Set(await answers)).toEqual(new Set(["counted"]));
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
    expect(await verdicts()).toEqual({ counted: 3, duplicate: 1 });
    await vi.waitFor(
      async () => expect(await test.app.clicks.record(clickOn(link))).toBe("counted"),
      PATIENCE,
    );
  });

  it("a batch whose commit was never confirmed is not recorded again from the spool", async () => {
    await test.app.clicks.record(clickOn(link));
    const { pool } = test.app.database;
    // The connection breaks when the server has committed and nobody has heard of it yet.
    vi.spyOn(pool, "connect").mockImplementationOnce(async () => {
      const client = await new Promise<PoolClient>((resolve, reject) => {
        pool.connect((error, made) => (made ? resolve(made) : reject(error)));
      });
      const query = client.query.bind(client) as (text: unknown) => Promise<unknown>;
      client.query = (async (text: unknown) => {
        const result = await query(text);
        if (text === "commit") throw new Error("Connection terminated unexpectedly");
        return result;
      }) as typeof client.query;
      return client;
    });
    expect(await test.app.clicks.record(clickOn(link))).toBe("spooled");
    expect(await verdicts()).toEqual({ counted: 2 });
    expect(await spooled()).toHaveLength(1);
    await vi.waitFor(async () => expect(await spooled()).toEqual([]), PATIENCE);
    expect(await verdicts()).toEqual({ counted: 2 });
  });
});

describe("the spool", () => {
  it("of an earlier run is recorded at the start, with the times of the clicks", async () => {
    await takeAway();
    const earlier = createClickRecorder(test.app, path.join(dataDir, "left"));
    const occurredAt = new Date("2026-05-01T12:00:00Z");
    expect(await earlier.record(clickOn(link, { occurredAt, visitor: "v" }))).toBe("spooled");
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
