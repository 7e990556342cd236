import { gzipSync } from "node:zlib";
import crawlers from "crawler-user-agents";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { addLink, differences, type TestLink } from "./clicks.test-kit.ts";
import { realBrowsers } from "./user-agents.fixture.ts";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const KEY = "cf_test-key";

let test: TestApp;
let link: TestLink;

beforeAll(async () => {
  test = await createTestApp();
  await addKey(KEY);
});

afterAll(() => test.close());

beforeEach(async () => {
  link = await addLink(test.database);
});

afterEach(async () => {
  test.setNow(new Date());
  expect(await differences(test.database)).toEqual([]);
});

async function addKey(key: string): Promise<void> {
  const hmac = test.app.secrets.hmac("api-key", key);
  await test.database.sql("insert into api_keys (name, key_hmac) values ($1, $2)", [key, hmac]);
}

interface Answer {
  readonly results: readonly {
    index: number;
    id: string | null;
    status: string;
    code?: string;
    replayed?: true;
  }[];
  readonly summary: Record<string, number>;
  readonly error?: { code: string; message: string };
}

async function post(payload: string | Buffer | object, headers: Record<string, string> = {}) {
  const response = await test.server.http.inject({
    method: "POST",
    url: "/v1/events",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json", ...headers },
    payload,
  });
  return { status: response.statusCode, headers: response.headers, body: response.json<Answer>() };
}

let numbers = 0;

function event(change: object = {}): Record<string, unknown> {
  numbers += 1;
  return {
    id: `event-${numbers}`,
    kind: "click",
    sessionId: `${link.partnerId}:visitor-${numbers}`,
    occurredAt: new Date().toISOString(),
    linkCode: link.code,
    userAgent: BROWSER,
    ...change,
  };
}

async function statuses(...events: unknown[]): Promise<string[]> {
  const { status, body } = await post({ events });
  expect(status).toBe(200);
  return body.results.map(({ status: one, code, replayed }) => (replayed ? "replayed" : (code ?? one)));
}

async function recorded(): Promise<number> {
  const [row] = await test.database.sql<{ n: number }>(
    "select count(*)::int as n from metric_events where partner_id = $1",
    [link.partnerId],
  );
  return row?.n ?? -1;
}

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
    const [stored] = await test.database.sql(
      "select platform, post_id, referrer_host, value from metric_events where partner_id = $1 order by id limit 1",
      [link.partnerId],
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
        event({ sessionId: `${link.partnerId.toUpperCase()}:v` }),
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
    test.setNow(new Date(now));
    const at = (offset: number) => event({ occurredAt: new Date(now + offset).toISOString() });
    expect(await statuses(at(-7 * DAY), at(-7 * DAY - 1), at(5 * MINUTE), at(5 * MINUTE + 1))).toEqual([
      "counted",
      "INVALID_EVENT",
      "counted",
      "INVALID_EVENT",
    ]);
    test.setNow("2026-03-02T12:00:00Z");
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

describe("a request", () => {
  it.each([
    ["no key", ""],
    ["another key", "Bearer cf_other-key"],
    ["another scheme", `Basic ${KEY}`],
    ["an empty key", "Bearer "],
    ["too much", `Bearer ${KEY} ${KEY}`],
    ["a key of other letters", `Bearer ${KEY.toUpperCase()}`],
    ["a part of a key", `Bearer ${KEY.slice(0, -1)}`],
    ["a longer key", `Bearer ${KEY}x`],
    ["a wildcard", "Bearer cf_%"],
    ["a NUL", `Bearer ${KEY}\u0000`],
    ["10 kB", `Bearer ${"x".repeat(10_000)}`],
  ])("AC-22 with %s is refused before its body is looked at", async (_, authorization) => {
    for (const payload of ["{broken", { events: [event()] }]) {
      const { status, body } = await changesNothing(test, () => post(payload, { authorization }));
      expect(status).toBe(401);
      expect(body.error?.code).toBe("UNAUTHENTICATED");
    }
  });

  it("AC-22 says nothing more to whom has a session but no key", async () => {
    const { client } = await signedInPartner(test);
    const headers = { cookie: client.cookie ?? "", authorization: "" };
    expect((await post({ events: [event()] }, headers)).status).toBe(401);
  });

  it("with a revoked key is refused", async () => {
    const authorization = "Bearer cf_revoked-key";
    await addKey("cf_revoked-key");
    expect((await post({ events: [] }, { authorization })).status).toBe(200);
    await test.database.sql("update api_keys set revoked_at = now() where name = 'cf_revoked-key'");
    expect((await post({ events: [event()] }, { authorization })).status).toBe(401);
  });

  it("AC-22 of 1,000 events is taken, of 1,001 refused as a whole", async () => {
    const events = Array.from({ length: 1_001 }, () => event({ userAgent: undefined }));
    const refused = await changesNothing(test, () => post({ events }));
    expect(refused.status).toBe(413);
    expect(refused.body.error).toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
      details: { limit: 1_000, unit: "events" },
    });
    const lines = events.map((one) => JSON.stringify(one)).join("\n");
    const asLines = await changesNothing(test, () => post(lines, { "content-type": "application/x-ndjson" }));
    expect(asLines.status).toBe(413);
    expect((await post({ events: events.slice(1) })).body.summary).toEqual({ counted: 1_000 });
  });

  it.each([
    ["1.1 MB", Buffer.alloc(1_100_000, " "), {}],
    ["one byte too many", Buffer.alloc(1_048_577, " "), {}],
    ["1.1 MB of lines", Buffer.alloc(1_100_000, "\n"), { "content-type": "application/x-ndjson" }],
    ["a bomb of 200 MB", gzipSync(Buffer.alloc(200_000_000)), { "content-encoding": "gzip" }],
    [
      "a bomb of 200 MB of lines",
      gzipSync(Buffer.alloc(200_000_000, "\n")),
      { "content-encoding": "gzip", "content-type": "application/x-ndjson" },
    ],
    [
      "a bomb in two pieces",
      Buffer.concat([gzipSync(Buffer.alloc(1_000_000)), gzipSync(Buffer.alloc(100_000_000))]),
      { "content-encoding": "gzip" },
    ],
  ])("AC-22 of %s is refused, in flat memory", async (_, payload, headers: Record<string, string>) => {
    const before = process.memoryUsage().rss;
    const { status, body } = await changesNothing(test, () => post(payload, headers));
    expect(status).toBe(413);
    expect(body.error).toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
      details: { limit: 1_048_576, unit: "bytes" },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it.each([
    ["{broken", {}],
    ["null", {}],
    ["[]", {}],
    ['{"events":{}}', {}],
    ["", {}],
    ["not gzip", { "content-encoding": "gzip" }],
    ["{}", { "content-encoding": "br" }],
    [Buffer.from([0x7b, 0xff, 0xfe]), {}],
    [gzipSync(gzipSync('{"events":[]}')), { "content-encoding": "gzip" }],
    ['{"events":[]}', { "content-encoding": "gzip, gzip" }],
  ])(
    "that cannot be read is refused with a code and without a stack: %s %j",
    async (payload, headers: object) => {
      const { status, body } = await post(payload, { ...headers });
      expect(status).toBe(400);
      expect(body.error?.code).toBe("BAD_USER_INPUT");
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|at /);
    },
  );

  it("of another type is refused", async () => {
    expect((await post("events=1", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
      415,
    );
  });

  it("beyond what can be written in a few seconds is told to come again, and loses nothing", async () => {
    const requests = Array.from({ length: 40 }, () => ({
      events: Array.from({ length: 1_000 }, () => event()),
    }));
    // Nothing gets through while somebody holds the balance.
    await test.database.sql("begin");
    await test.database.sql("select from partner_balances where partner_id = $1 for update", [
      link.partnerId,
    ]);
    const answers = requests.map((body) => post(body));
    const refused = await Promise.race(answers);
    await test.database.sql("rollback");
    expect(refused.status).toBe(503);
    expect(refused.headers["retry-after"]).toBe("2");
    const all = await Promise.all(answers);
    const taken = all.filter(({ status }) => status === 200).length;
    expect(all.filter(({ status }) => status === 503)).toHaveLength(40 - taken);
    // Of one visitor each, so that only their number limits what is recorded.
    expect(await recorded()).toBe(taken * 1_000);
  }, 60_000);

  it("AC-18 while the database is down is answered 503, and counts once when it is sent again", async () => {
    const one = event();
    const { options } = test.app.database.pool;
    const { host = "" } = options;
    options.host = "/nowhere";
    await test.database.sql(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name like 'contentflow%'`);
    // Until the last of the old connections has noticed.
    const answer = await vi.waitFor(async () => {
      const latest = await post({ events: [event()] });
      expect(latest.status).toBe(503);
      return latest;
    });
    expect(answer.headers["retry-after"]).toBe("2");
    expect(answer.body.error?.code).toBe("SERVICE_UNAVAILABLE");
    expect((await post({ events: [one] })).status).toBe(503);
    options.host = host;
    await vi.waitFor(async () => expect(await statuses(one)).toEqual(["counted"]));
    expect(await statuses(one)).toEqual(["replayed"]);
  });
});
