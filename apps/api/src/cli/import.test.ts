import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { differences } from "../clicks/clicks.test-kit.ts";
import { forgetReceipts } from "../clicks/forget-receipts.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { importEvents } from "./import-events.ts";
import { importLinks } from "./import-links.ts";
import { importPartners } from "./import-partners.ts";
import type { Output } from "./output.ts";

const NOW = "2026-05-10T12:00:00Z";
const ANNA = "0a0a0a0a-0000-4000-8000-000000000001";
const BEN = "0a0a0a0a-0000-4000-8000-000000000002";
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const EVENT_OPTIONS = { json: true, backfill: false, rebaseToNow: false };

let test: TestApp;
let folder: string;
let said: { out: string[]; err: string[] };
let output: Output;

beforeEach(async () => {
  test = await createTestApp({ EPC_EUR: "0.20" });
  test.setNow(NOW);
  folder = await mkdtemp(path.join(tmpdir(), "contentflow-import-"));
  said = { out: [], err: [] };
  output = { out: (text) => said.out.push(text), err: (text) => said.err.push(text), interactive: false };
});

afterEach(async () => {
  expect(await differences(test.database)).toEqual([]);
  await test.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, lines: readonly (string | object)[] | Buffer): Promise<string> {
  const target = path.join(folder, name);
  const text = Buffer.isBuffer(lines)
    ? lines
    : lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  await writeFile(target, text);
  return target;
}

/** What the last command said, as a machine reads it. */
function answer(): Record<string, unknown> & { refusals: { line: number; code: string; reason: string }[] } {
  expect(said.out).toHaveLength(1);
  const parsed = JSON.parse(said.out.pop() ?? "");
  return parsed;
}

/** Lets somebody else write right after the next look at what is there. */
function afterTheLookUp(statement: string, values: readonly unknown[]): void {
  const { pool } = test.app.database;
  const query = pool.query.bind(pool) as (...all: unknown[]) => Promise<unknown>;
  vi.spyOn(pool, "query").mockImplementationOnce((async (...all: unknown[]) => {
    const seen = await query(...all);
    await test.database.sql(statement, values);
    return seen;
  }) as typeof pool.query);
}

async function addPartnersAndLinks(): Promise<void> {
  await importPartners(
    test.app,
    [
      await file("p", [
        { id: ANNA, email: "anna@example.org" },
        { id: BEN, email: "ben@example.org" },
      ]),
    ],
    { json: true },
    output,
  );
  await importLinks(
    test.app,
    [
      await file("l", [
        { code: "anna", partnerId: ANNA, destination: "https://example.org/a" },
        { code: "ben", partnerId: BEN, destination: "https://example.org/b", epc: "0.0035" },
      ]),
    ],
    { json: true },
    output,
  );
  said.out.length = 0;
}

function event(id: string, change: object = {}): object {
  return {
    id,
    kind: "click",
    sessionId: `${ANNA}:visitor-${id}`,
    occurredAt: "2026-05-10T11:00:00Z",
    linkCode: "anna",
    userAgent: BROWSER,
    ...change,
  };
}

describe("events", () => {
  const lines = [
    event("1"),
    event("2", { sessionId: `${ANNA}:visitor-1` }),
    event("3", { userAgent: "curl/8.0" }),
    "{broken",
    event("4", { sessionId: `${BEN}:x`, linkCode: "ben" }),
    "",
    { _heartbeat_: 1 },
    event("5", { sessionId: "1" }),
    event("6", { occurredAt: "2026-05-01T00:00:00Z" }),
    event("7", { platform: "x".repeat(70_000) }),
    event("1"),
    event("8", { sessionId: "somebody:x" }),
  ];

  it("that are good are recorded, the bad are named, and the file can be imported again", async () => {
    await addPartnersAndLinks();
    const name = await file("events.ndjson", lines);
    expect(await importEvents(test.app, [name], EVENT_OPTIONS, output)).toBe(0);
    const { refusals, ...first } = answer();
    expect(first).toEqual({
      files: [name],
      lines: 11,
      recorded: 5,
      replayed: 1,
      refused: 5,
      verdicts: {
        counted: 2,
        duplicate: 1,
        bot: 1,
        prefetch: 0,
        velocity: 0,
        self_click: 0,
        suspended: 0,
        unknown_partner: 1,
        unknown_link: 0,
        invalidated: 0,
      },
      seconds: expect.any(Number),
    });
    expect(refusals.map(({ line, code }) => [line, code])).toEqual([
      [4, "INVALID_EVENT"],
      [7, "INVALID_EVENT"],
      [8, "INVALID_SESSION_ID"],
      [9, "INVALID_EVENT"],
      [10, "BAD_USER_INPUT"],
    ]);
    expect(refusals[1]?.reason).toContain("id");

    expect(await importEvents(test.app, [name], EVENT_OPTIONS, output)).toBe(0);
    expect(answer()).toMatchObject({ recorded: 0, replayed: 6, refused: 5 });
    const balances = await test.database.sql("select available from partner_balances order by partner_id");
    expect(balances).toEqual([{ available: "200000" }, { available: "3500" }]);
  });

  it("are told to people in sentences, the first twenty refusals by line", async () => {
    const name = await file("events.ndjson", [event("1"), ...Array.from({ length: 25 }, () => "{}")]);
    expect(await importEvents(test.app, [name], { ...EVENT_OPTIONS, json: false }, output)).toBe(0);
    expect(said.out).toEqual([
      expect.stringMatching(
        /^26 lines in [\d.]+ s: 1 recorded \(unknown_partner 1\), 0 replayed, 25 refused\.$/,
      ),
    ]);
    expect(said.err).toHaveLength(21);
    expect(said.err[0]).toBe(`${name}:2: Event field id: is missing.`);
    expect(said.err[20]).toBe("… and 5 more lines refused.");
  });

  it("of which none is good make the command fail", async () => {
    const name = await file("events.ndjson", ["{}", "nothing"]);
    expect(await importEvents(test.app, [name], EVENT_OPTIONS, output)).toBe(1);
    expect(await importEvents(test.app, [await file("empty", [])], EVENT_OPTIONS, output)).toBe(1);
  });

  it("of a file that is none are refused in a sentence", async () => {
    const nothing = path.join(folder, "nothing");
    await expect(importEvents(test.app, [nothing], EVENT_OPTIONS, output)).rejects.toThrow(
      `${nothing}: does not exist.`,
    );
    await expect(importEvents(test.app, [folder], EVENT_OPTIONS, output)).rejects.toThrow(
      `${folder}: is a folder.`,
    );
  });

  it("come in batches, gzipped, with line ends of any system, from several files", async () => {
    await addPartnersAndLinks();
    const many = Array.from({ length: 2_345 }, (_, i) => JSON.stringify(event(`n${i}`)));
    const zipped = await file("many.gz", gzipSync(`\u{feff}${many.slice(0, 1_500).join("\r\n")}`));
    const plain = await file("rest", many.slice(1_400));
    expect(await importEvents(test.app, [zipped, plain], EVENT_OPTIONS, output)).toBe(0);
    expect(answer()).toMatchObject({ lines: 2_445, recorded: 2_345, replayed: 100, refused: 0 });
  });

  it("of a damaged gzip file are recorded up to the damage", async () => {
    const whole = gzipSync(
      Array.from({ length: 9_000 }, (_, i) => JSON.stringify(event(`n${i * 7919}`))).join("\n"),
    );
    const name = await file("cut.gz", whole.subarray(0, whole.length - 2_000));
    expect(await importEvents(test.app, [name], EVENT_OPTIONS, output)).toBe(0);
    const { recorded, refused, refusals } = answer();
    expect(recorded).toBeGreaterThan(1_000);
    expect(refused).toBeLessThanOrEqual(2);
    expect(refusals.at(-1)?.reason).toContain("gzip");
  });

  it("of any age are booked on their days when moving in", async () => {
    await addPartnersAndLinks();
    const old = [
      "2024-02-29T10:00:00Z",
      "2025-01-01T00:00:00+01:00",
      "2026-05-10T10:00:00Z",
      "2026-05-11T10:00:00Z",
    ];
    const name = await file(
      "old",
      old.map((occurredAt, i) => event(`old-${i}`, { occurredAt })),
    );
    expect(await importEvents(test.app, [name], { ...EVENT_OPTIONS, backfill: true }, output)).toBe(0);
    expect(answer()).toMatchObject({ recorded: 3, refused: 1 });
    const days = await test.database.sql(
      "select booked_on::text as day, earned from metric_events e, lateral (select epc as earned) x order by 1",
    );
    expect(days.map((row) => row["day"])).toEqual(["2024-02-29", "2024-12-31", "2026-05-10"]);
    const accruals = await test.database.sql(
      "select booked_on::text as day from ledger_entries where kind = 'accrual' order by 1",
    );
    expect(accruals).toEqual(days.map(({ day }) => ({ day })));
  });

  it("of an old log end now when rebased, keep their distances, and stay recorded", async () => {
    await addPartnersAndLinks();
    const name = await file("log", [
      event("a", { occurredAt: "2012-03-16T18:40:47Z" }),
      event("b", { occurredAt: "2012-03-16T18:50:47.500Z" }),
      event("c", { occurredAt: "2012-03-15T18:50:47Z" }),
    ]);
    expect(await importEvents(test.app, [name], { ...EVENT_OPTIONS, rebaseToNow: true }, output)).toBe(0);
    expect(answer()).toMatchObject({ recorded: 3 });
    const times = await test.database.sql("select occurred_at from metric_events order by occurred_at");
    expect(times).toEqual([
      { occurred_at: new Date("2026-05-09T11:59:59.500Z") },
      { occurred_at: new Date("2026-05-10T11:49:59.500Z") },
      { occurred_at: new Date(NOW) },
    ]);
    test.setNow("2028-06-30T12:00:00Z");
    await forgetReceipts(test.app);
    await importEvents(test.app, [name], { ...EVENT_OPTIONS, rebaseToNow: true }, output);
    expect(answer()).toMatchObject({ recorded: 0, replayed: 3 });
  });

  it.each(["backfill", "rebaseToNow"])(
    "that came live are paid once, however often %s follows",
    async (how) => {
      await addPartnersAndLinks();
      const name = await file("live", [event("1"), event("2")]);
      await importEvents(test.app, [name], EVENT_OPTIONS, output);
      expect(answer()).toMatchObject({ recorded: 2 });
      for (const now of ["2026-05-30T12:00:00Z", "2028-05-30T12:00:00Z"]) {
        test.setNow(now);
        await forgetReceipts(test.app);
        await importEvents(test.app, [name], { ...EVENT_OPTIONS, [how]: true }, output);
        expect(answer()).toMatchObject({ recorded: 0, replayed: 2 });
      }
    },
  );
});

describe("partners", () => {
  it("are created once; what contradicts what is there is refused", async () => {
    await test.database.sql("insert into admins (email) values ('admin@example.org')");
    const name = await file("partners", [
      { id: ANNA, email: "Anna@Example.org" },
      { email: "free@example.org" },
      { id: ANNA.toUpperCase(), email: "anna@example.org" },
      { id: BEN, email: "anna@example.org" },
      { id: ANNA, email: "other@example.org" },
      { email: "admin@example.org" },
      { id: "7", email: "x@example.org" },
      { email: "a@example.org\r\nBcc: b@example.org" },
      "[]",
    ]);
    expect(await importPartners(test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ lines: 9, created: 2, unchanged: 1, refused: 6 });
    expect(refusals.map(({ line, code }) => [line, code])).toEqual([
      [4, "CONFLICT"],
      [5, "CONFLICT"],
      [6, "CONFLICT"],
      [7, "BAD_USER_INPUT"],
      [8, "BAD_USER_INPUT"],
      [9, "BAD_USER_INPUT"],
    ]);
    await importPartners(test.app, [name], { json: true }, output);
    expect(answer()).toMatchObject({ created: 0, unchanged: 3, refused: 6 });
  });

  it("who sign up meanwhile stop nobody else's import", async () => {
    const name = await file("partners", [
      { id: ANNA, email: "anna@example.org" },
      { id: BEN, email: "ben@example.org" },
      { id: BEN, email: "benjamin@example.org" },
      { email: "free@example.org" },
    ]);
    afterTheLookUp(
      "insert into partners (id, email) values (gen_random_uuid(), 'anna@example.org'), ($1, 'benjamin@example.org')",
      [BEN],
    );
    expect(await importPartners(test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ created: 1, unchanged: 1, refused: 2 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual(["1 CONFLICT", "2 CONFLICT"]);
  });

  it("who become admins meanwhile are refused, the others created", async () => {
    const name = await file("partners", [{ email: "anna@example.org" }, { email: "ben@example.org" }]);
    afterTheLookUp("insert into admins (email) values ('anna@example.org')", []);
    expect(await importPartners(test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ created: 1, refused: 1 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual(["1 CONFLICT"]);
  });
});

describe("links", () => {
  it("are created once, to the letter, with exact rates; other content for a code is refused", async () => {
    await addPartnersAndLinks();
    const name = await file("links", [
      { code: "anna", partnerId: ANNA, destination: "https://example.org/a" },
      { code: "anna", partnerId: ANNA, destination: "https://example.org/other" },
      { code: "anna", partnerId: ANNA, destination: "https://example.org/a", epc: "0.10" },
      `{"code":"exact","partnerId":"${ANNA}","destination":"http://Elsewhere.example?x=%7E#y","epc":0.0035}`,
      `{"code":"spaced","partnerId":"${ANNA}","destination":"http://elsewhere.example/a b é"}`,
      { partnerId: ANNA, destination: "https://example.org/no-code" },
      { code: "js", partnerId: ANNA, destination: "javascript:alert(1)" },
      { code: "none", partnerId: ANNA, destination: "example.org" },
      { code: "bad code", partnerId: ANNA, destination: "https://example.org/" },
      {
        code: "stranger",
        partnerId: "0a0a0a0a-0000-4000-8000-00000000000f",
        destination: "https://example.org/",
      },
      { code: "dear", partnerId: ANNA, destination: "https://example.org/", epc: "1e3" },
      `{"code":"fine","partnerId":"${ANNA}","destination":"https://example.org/","epc":0.0000001}`,
    ]);
    expect(await importLinks(test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ lines: 12, created: 3, unchanged: 1, refused: 8 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "2 CONFLICT",
      "3 CONFLICT",
      "7 BAD_USER_INPUT",
      "8 BAD_USER_INPUT",
      "9 BAD_USER_INPUT",
      "10 NOT_FOUND",
      "11 BAD_USER_INPUT",
      "12 BAD_USER_INPUT",
    ]);
    const stored = await test.database.sql(
      "select code, destination, epc from links where code in ('exact', 'spaced') order by code",
    );
    expect(stored).toEqual([
      { code: "exact", destination: "http://Elsewhere.example?x=%7E#y", epc: "3500" },
      { code: "spaced", destination: "http://elsewhere.example/a%20b%20%C3%A9", epc: null },
    ]);
    await importLinks(test.app, [name], { json: true }, output);
    expect(answer()).toMatchObject({ created: 0, unchanged: 4 });
  });

  it("whose codes are taken meanwhile stop no other link's import", async () => {
    await addPartnersAndLinks();
    const name = await file("links", [
      { code: "taken", partnerId: ANNA, destination: "https://example.org/mine" },
      { code: "taken", partnerId: BEN, destination: "https://example.org/theirs" },
      { code: "free", partnerId: ANNA, destination: "https://example.org/free" },
      { partnerId: ANNA, destination: "https://example.org/no-code" },
    ]);
    afterTheLookUp(
      "insert into links (code, partner_id, destination) values ('taken', $1, 'https://example.org/theirs')",
      [BEN],
    );
    expect(await importLinks(test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ created: 2, unchanged: 1, refused: 1 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual(["1 CONFLICT"]);
    expect(await test.database.sql("select code from links")).toHaveLength(5);
  });
});
