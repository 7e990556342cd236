import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BROWSER } from "../clicks/events.test-kit.ts";
import { forgetReceipts } from "../clicks/forget-receipts.ts";
import { ANNA, BEN, commandLine, NOW } from "./import.test-kit.ts";
import { importEvents } from "./import-events.ts";

const EVENT_OPTIONS = { json: true, backfill: false, rebaseToNow: false };

const cli = commandLine();
const { said, output, file, answer, addPartnersAndLinks } = cli;

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
    expect(await importEvents(cli.test.app, [name], EVENT_OPTIONS, output)).toBe(0);
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

    expect(await importEvents(cli.test.app, [name], EVENT_OPTIONS, output)).toBe(0);
    expect(answer()).toMatchObject({ recorded: 0, replayed: 6, refused: 5 });
    const balances = await cli.test.database.sql(
      "select available from partner_balances order by partner_id",
    );
    expect(balances).toEqual([{ available: "200000" }, { available: "3500" }]);
  });

  it("are told to people in sentences, the first twenty refusals by line", async () => {
    const name = await file("events.ndjson", [event("1"), ...Array.from({ length: 25 }, () => "{}")]);
    expect(await importEvents(cli.test.app, [name], { ...EVENT_OPTIONS, json: false }, output)).toBe(0);
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
    expect(await importEvents(cli.test.app, [name], EVENT_OPTIONS, output)).toBe(1);
    expect(await importEvents(cli.test.app, [await file("empty", [])], EVENT_OPTIONS, output)).toBe(1);
  });

  it("of a file that is none are refused in a sentence", async () => {
    const nothing = path.join(cli.folder, "nothing");
    await expect(importEvents(cli.test.app, [nothing], EVENT_OPTIONS, output)).rejects.toThrow(
      `${nothing}: does not exist.`,
    );
    await expect(importEvents(cli.test.app, [cli.folder], EVENT_OPTIONS, output)).rejects.toThrow(
      `${cli.folder}: is a folder.`,
    );
  });

  it("come in batches, gzipped, with line ends of any system, from several files", async () => {
    await addPartnersAndLinks();
    const many = Array.from({ length: 2_345 }, (_, i) => JSON.stringify(event(`n${i}`)));
    const zipped = await file("many.gz", gzipSync(`\u{feff}${many.slice(0, 1_500).join("\r\n")}`));
    const plain = await file("rest", many.slice(1_400));
    expect(await importEvents(cli.test.app, [zipped, plain], EVENT_OPTIONS, output)).toBe(0);
    expect(answer()).toMatchObject({ lines: 2_445, recorded: 2_345, replayed: 100, refused: 0 });
  });

  it("of a damaged gzip file are recorded up to the damage", async () => {
    const whole = gzipSync(
      Array.from({ length: 9_000 }, (_, i) => JSON.stringify(event(`n${i * 7919}`))).join("\n"),
    );
    const name = await file("cut.gz", whole.subarray(0, whole.length - 2_000));
    expect(await importEvents(cli.test.app, [name], EVENT_OPTIONS, output)).toBe(0);
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
    expect(await importEvents(cli.test.app, [name], { ...EVENT_OPTIONS, backfill: true }, output)).toBe(0);
    expect(answer()).toMatchObject({ recorded: 3, refused: 1 });
    const days = await cli.test.database.sql(
      "select booked_on::text as day, earned from metric_events e, lateral (select epc as earned) x order by 1",
    );
    expect(days.map((row) => row["day"])).toEqual(["2024-02-29", "2024-12-31", "2026-05-10"]);
    const accruals = await cli.test.database.sql(
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
    expect(await importEvents(cli.test.app, [name], { ...EVENT_OPTIONS, rebaseToNow: true }, output)).toBe(0);
    expect(answer()).toMatchObject({ recorded: 3 });
    const times = await cli.test.database.sql("select occurred_at from metric_events order by occurred_at");
    expect(times).toEqual([
      { occurred_at: new Date("2026-05-09T11:59:59.500Z") },
      { occurred_at: new Date("2026-05-10T11:49:59.500Z") },
      { occurred_at: new Date(NOW) },
    ]);
    cli.test.setNow("2028-06-30T12:00:00Z");
    await forgetReceipts(cli.test.app);
    await importEvents(cli.test.app, [name], { ...EVENT_OPTIONS, rebaseToNow: true }, output);
    expect(answer()).toMatchObject({ recorded: 0, replayed: 3 });
  });

  it.each(["backfill", "rebaseToNow"])(
    "that came live are paid once, however often %s follows",
    async (how) => {
      await addPartnersAndLinks();
      const name = await file("live", [event("1"), event("2")]);
      await importEvents(cli.test.app, [name], EVENT_OPTIONS, output);
      expect(answer()).toMatchObject({ recorded: 2 });
      for (const now of ["2026-05-30T12:00:00Z", "2028-05-30T12:00:00Z"]) {
        cli.test.setNow(now);
        await forgetReceipts(cli.test.app);
        await importEvents(cli.test.app, [name], { ...EVENT_OPTIONS, [how]: true }, output);
        expect(answer()).toMatchObject({ recorded: 0, replayed: 2 });
      }
    },
  );
});
