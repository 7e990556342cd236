import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { signedInPartner } from "../testing/people.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { addLink, clickOn } from "./clicks.test-kit.ts";
import { eventsRoute, KEY } from "./events.test-kit.ts";

const route = eventsRoute();
const { addKey, post, event, statuses, recorded } = route;

describe("while more clicks wait than are booked at once", () => {
  it("events wait for them: visitors would have to, servers can", async () => {
    const { app, database } = route.test;
    const { link } = route;
    const other = await addLink(database);
    await database.sql("begin");
    await database.sql("select from partner_balances where partner_id = $1 for update", [link.partnerId]);
    await Promise.all(Array.from({ length: 4_200 }, () => app.clicks.record(clickOn(link))));
    const sent = post({
      events: [event({ sessionId: `${other.partnerId}:somebody`, linkCode: other.code })],
    });
    await database.sql("rollback");
    expect((await sent).body.summary).toEqual({ counted: 1 });
    expect(await recorded()).toBe(4_200);
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
      const { status, body } = await changesNothing(route.test, () => post(payload, { authorization }));
      expect(status).toBe(401);
      expect(body.error?.code).toBe("UNAUTHENTICATED");
    }
  });

  it("AC-22 says nothing more to whom has a session but no key", async () => {
    const { client } = await signedInPartner(route.test);
    const headers = { cookie: client.cookie ?? "", authorization: "" };
    expect((await post({ events: [event()] }, headers)).status).toBe(401);
  });

  it("with a revoked key is refused", async () => {
    const authorization = "Bearer cf_revoked-key";
    await addKey("cf_revoked-key");
    expect((await post({ events: [] }, { authorization })).status).toBe(200);
    await route.test.database.sql("update api_keys set revoked_at = now() where name = 'cf_revoked-key'");
    expect((await post({ events: [event()] }, { authorization })).status).toBe(401);
  });

  it("AC-22 of 1,000 events is taken, of 1,001 refused as a whole", async () => {
    const events = Array.from({ length: 1_001 }, () => event({ userAgent: undefined }));
    const refused = await changesNothing(route.test, () => post({ events }));
    expect(refused.status).toBe(413);
    expect(refused.body.error).toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
      details: { limit: 1_000, unit: "events" },
    });
    const lines = events.map((one) => JSON.stringify(one)).join("\n");
    const asLines = await changesNothing(route.test, () =>
      post(lines, { "content-type": "application/x-ndjson" }),
    );
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
    const { status, body } = await changesNothing(route.test, () => post(payload, headers));
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
    await route.test.database.sql("begin");
    await route.test.database.sql("select from partner_balances where partner_id = $1 for update", [
      route.link.partnerId,
    ]);
    const answers = requests.map((body) => post(body));
    const refused = await Promise.race(answers);
    await route.test.database.sql("rollback");
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
    const { options } = route.test.app.database.pool;
    const { host = "" } = options;
    options.host = "/nowhere";
    await route.test.database.sql(`
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
