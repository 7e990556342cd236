import { gzipSync } from "node:zlib";
import crawlers from "crawler-user-agents";
import { describe, expect, it } from "vitest";
import { BROWSER, eventsRoute } from "./events.test-kit.ts";
import { realBrowsers } from "./user-agents.fixture.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const route = eventsRoute();
const { post, event, statuses, recorded } = route;

describe("events", () => {
  it("are answered one by one, in order, with a summary", async () => {
    const first = event({
      id: "a",
      platform: "blog",
      postId: "p-1",
      referrer: "https://blog.example/x",
      value: 12.5,
    });
    const events = [
      first,
      { ...event(), sessionId: first["sessionId"] },
      event({ kind: "nothing", id: "c" }),
      first,
    ];
    const { status, headers, body } = await post({ events });
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toEqual({
      results: [
        { index: 0, id: "a", status: "counted" },
        { index: 1, id: events[1]?.["id"], status: "duplicate" },
        {
          index: 2,
          id: "c",
          status: "refused",
          code: "INVALID_EVENT",
          message: expect.stringContaining("kind"),
        },
        { index: 3, id: "a", status: "duplicate", replayed: true },
      ],
      summary: { counted: 1, duplicate: 1, refused: 1, replayed: 1 },
    });
    const [stored] = await route.test.database.sql(
      "select platform, post_id, referrer_host, value from metric_events where partner_id = $1 order by id limit 1",
      [route.link.partnerId],
    );
    expect(stored).toEqual({
      platform: "blog",
      post_id: "p-1",
      referrer_host: "blog.example",
      value: "12.5",
    });
  });

  it("AC-15 AC-18 are counted once: in one request, in the next, as lines, zipped, and fifty times at once", async () => {
    const one = event();
    expect(await statuses(one, one)).toEqual(["counted", "replayed"]);
    expect(await statuses(one)).toEqual(["replayed"]);
    const line = await post(JSON.stringify(one), { "content-type": "application/x-ndjson" });
    expect(line.body.summary).toEqual({ replayed: 1 });
    const zipped = gzipSync(JSON.stringify({ events: [one] }));
    expect((await post(zipped, { "content-encoding": "gzip" })).body.summary).toEqual({ replayed: 1 });
    const other = event();
    const all = await Promise.all(Array.from({ length: 50 }, () => statuses(other)));
    expect(all.flat().filter((status) => status === "counted")).toHaveLength(1);
    expect(await recorded()).toBe(2);
  });

  it("get the verdict they deserve", async () => {
    expect(
      await statuses(
        event(),
        event({ kind: "view" }),
        event({ kind: "conversion" }),
        event({ userAgent: "curl/8.5.0" }),
        event({ userAgent: "" }),
        event({
          userAgent: `${BROWSER} ${"x".repeat(10_000)}`,
          referrer: `https://a.example/${"x".repeat(10_000)}`,
        }),
        event({ userAgent: undefined }),
        event({ userAgent: null, platform: null, referrer: null }),
        event({ linkCode: "no-such-link" }),
        event({ linkCode: undefined }),
        event({ sessionId: "somebody:v" }),
        event({ sessionId: `${route.link.partnerId.toUpperCase()}:v` }),
        event({ extra: { anything: [1] } }),
      ),
    ).toEqual([
      "counted",
      "counted",
      "counted",
      "bot",
      "bot",
      "counted",
      "counted",
      "counted",
      "unknown_link",
      "counted",
      "unknown_partner",
      "counted",
      "counted",
    ]);
  });

  it.each([
    "1",
    "a:",
    ":h",
    ":",
    "::",
    "a::h",
    "a:h:x",
    "a:h:",
    ":a:h",
    "",
    " ",
    " a:h",
    "a :h",
    "a: h",
    "a:h ",
    "a b:h",
    "a\t:h",
    "a:h\n",
    "a:h\u0000",
    "\u0000:h",
    "a\u0000b:h",
    "a:\u007f",
    "a:h\u2028",
    "a:\ufeffh",
    "a：h",
    "a%3Ah",
    "a:\ud800",
    "\ud800:h",
    "а:h",
    "a:é",
    "é:h",
    "a/b:h",
    "a';--:h",
    `${"x".repeat(65)}:h`,
    `a:${"x".repeat(129)}`,
    `a:${"x".repeat(10_000)}`,
    `${"x".repeat(10_000)}:h`,
    ":".repeat(10_000),
    7,
    0,
    true,
    null,
    undefined,
    [],
    ["a:h"],
    { partnerId: "a" },
  ])("AC-19 with a bad session id are refused alone: %j", async (sessionId) => {
    expect(await statuses(event(), event({ sessionId }), event())).toEqual([
      "counted",
      "INVALID_SESSION_ID",
      "counted",
    ]);
    expect(await recorded()).toBe(2);
  });

  it("AC-20 of programs are told from those of people, by public lists of both", async () => {
    const programs = [...new Set(crawlers.flatMap(({ instances }) => instances))];
    const people = [...new Set(realBrowsers())];
    expect(programs.length).toBeGreaterThan(2_000);
    expect(people.length).toBeGreaterThan(900);
    const counted = async (userAgents: readonly string[]) => {
      let sum = 0;
      for (let from = 0; from < userAgents.length; from += 1_000) {
        const batch = userAgents.slice(from, from + 1_000).map((userAgent) => event({ userAgent }));
        sum += (await post({ events: batch })).body.summary["counted"] ?? 0;
      }
      return sum;
    };
    // The few that count are in-app browsers and desktop apps that the list takes for programs.
    expect((await counted(programs)) / programs.length).toBeLessThan(0.005);
    expect((await counted(people)) / people.length).toBeGreaterThan(0.995);
  });

  it.each([
    { id: undefined },
    { id: "" },
    { id: 5 },
    { id: "x".repeat(201) },
    { id: "a\u0000b" },
    { kind: "CLICK" },
    { occurredAt: undefined },
    { occurredAt: 1_700_000_000_000 },
    { occurredAt: "yesterday" },
    { occurredAt: "2026-05-10" },
    { occurredAt: "2026-05-10T12:00:00" },
    { linkCode: 5 },
    { linkCode: "x".repeat(65) },
    { platform: "x".repeat(65) },
    { postId: "a\nb" },
    { postId: "\ud800" },
    { userAgent: 1 },
    { referrer: [] },
    { value: "x".repeat(65) },
    { value: true },
  ])("with a bad field are refused alone: %j", async (change) => {
    expect(await statuses(event(), event(change), event())).toEqual(["counted", "INVALID_EVENT", "counted"]);
  });

  it.each([null, 1, "text", [], [[]]])("that are no objects are refused alone: %j", async (no) => {
    expect(await statuses(event(), no)).toEqual(["counted", "INVALID_EVENT"]);
  });

  it("may be seven days late and five minutes early, to the millisecond", async () => {
    const now = Date.parse("2026-05-10T12:00:00Z");
    route.test.setNow(new Date(now));
    const at = (offset: number) => event({ occurredAt: new Date(now + offset).toISOString() });
    expect(await statuses(at(-7 * DAY), at(-7 * DAY - 1), at(5 * MINUTE), at(5 * MINUTE + 1))).toEqual([
      "counted",
      "INVALID_EVENT",
      "counted",
      "INVALID_EVENT",
    ]);
    route.test.setNow("2026-03-02T12:00:00Z");
    expect(await statuses(event({ occurredAt: "2026-02-30T12:00:00Z" }))).toEqual(["INVALID_EVENT"]);
    expect(await statuses(event({ occurredAt: "2026-03-02T14:00:00.123+02:00" }))).toEqual(["counted"]);
  });

  it("may come as lines, of which a broken one is refused alone", async () => {
    const lines = [JSON.stringify(event()), "{broken", "", JSON.stringify(event())].join("\n");
    const { status, body } = await post(lines, { "content-type": "application/x-ndjson; charset=utf-8" });
    expect(status).toBe(200);
    expect(body.results.map((one) => one.status)).toEqual(["counted", "refused", "counted"]);
  });

  it("may come zipped", async () => {
    const zipped = gzipSync(JSON.stringify({ events: [event(), event()] }));
    const { body } = await post(zipped, { "content-encoding": "gzip" });
    expect(body.summary).toEqual({ counted: 2 });
  });

  it("may be none at all", async () => {
    expect(await statuses()).toEqual([]);
  });
});
