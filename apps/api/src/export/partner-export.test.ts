import { randomUUID } from "node:crypto";
import { dayOf } from "@contentflow/domain/day";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordEvents } from "../clicks/record-events.ts";
import { createLink } from "../links/create-link.ts";
import { TestClient } from "../testing/client.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approve, BANK, done, IBAN, pay, request } from "../withdrawals/withdrawal.test-kit.ts";
import { readCsv } from "./csv.test-kit.ts";
import { csv } from "./csv.ts";
import { CLICKS } from "./events.table.ts";
import { partnerRecord } from "./partner-record.ts";

let test: TestApp;
let admin: SignedIn;
let partner: SignedIn;
let withdrawalId: string;
let code: string;

const TITLE = '=HYPERLINK("https://evil.test", "x")';

beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
  partner = await signedInPartner(test, "mia@example.org");
  const link = await createLink(test.app, partner.id, {
    destination: "https://example.org/a,b",
    title: TITLE,
  });
  code = link.code;
  const event = { partnerId: partner.id, linkId: link.id, occurredAt: new Date(), platform: "blog, mine" };
  await recordEvents(test.app, [
    { ...event, kind: "click", visitor: "somebody-else" },
    { ...event, kind: "click", visitor: "somebody-else" },
    { ...event, kind: "view", visitor: "v" },
  ]);
  await earn(test, partner.id, "50.00");
  const paid = done(
    await pay(admin, done(await approve(admin, done(await request(partner, "20.00", BANK)))), "R-1"),
  );
  withdrawalId = paid.id;
  const stranger = await signedInPartner(test, "stranger@example.org");
  await earn(test, stranger.id, "11.11");
});
afterAll(() => test.close());

const URLS = [
  "/partner/export.json",
  ...["ledger", "withdrawals", "links", "clicks"].map((t) => `/partner/export/${t}.csv`),
];

function get({ client }: Pick<SignedIn, "client">, url: string, headers: Record<string, string> = {}) {
  const cookie = client.cookie ?? "";
  return test.server.http.inject({ url, headers: { cookie, ...headers } });
}

async function table(name: string, of = partner) {
  const { statusCode, body } = await get(of, `/partner/export/${name}.csv`);
  expect(statusCode).toBe(200);
  return readCsv(body);
}

describe.each(URLS)("%s", (url) => {
  it("is a file of the person who asks, kept by nobody on the way", async () => {
    const { statusCode, headers, body } = await get(partner, url);
    expect(statusCode).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    const type = url.endsWith("json") ? "application/json" : "text/csv";
    expect(headers["content-type"]).toBe(`${type}; charset=utf-8`);
    expect(headers["content-disposition"]).toMatch(
      new RegExp(`^attachment; filename="contentflow-\\w+-${dayOf(test.app.now())}\\.(csv|json)"$`),
    );
    for (const theirs of ["stranger", "11.11", admin.email, admin.id, IBAN, "Zoé Martin", "somebody-else"]) {
      expect(body).not.toContain(theirs);
    }
  });

  it("is refused to everybody else, and to other sites", async () => {
    const nobody = { client: new TestClient(test.server) };
    const suspended = await signedInPartner(test);
    await test.database.sql("update partners set status = 'suspended' where id = $1", [suspended.id]);
    for (const [who, status, refusal] of [
      [nobody, 401, "UNAUTHENTICATED"],
      [suspended, 403, "ACCOUNT_SUSPENDED"],
      [admin, 403, "FORBIDDEN"],
    ] as const) {
      const answer = await get(who, url);
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ error: { code: refusal } });
      expect(answer.headers["content-disposition"]).toBeUndefined();
    }
    expect((await get(partner, url, { origin: "https://evil.example" })).statusCode).toBe(403);
  });

  it("exists for somebody who has nothing yet", async () => {
    const { statusCode, body } = await get(await signedInPartner(test), url);
    expect(statusCode).toBe(200);
    if (url.endsWith("json")) expect(JSON.parse(body)).toMatchObject({ links: [], events: [], ledger: [] });
    else expect(readCsv(body)).toEqual([]);
  });
});

describe("the tables", () => {
  it("tell every click, whether it counted and what it earned", async () => {
    const clicks = await table("clicks");
    expect(clicks.map(({ link, verdict, earned, platform }) => [link, verdict, earned, platform])).toEqual([
      [code, "counted", "0.20", "blog, mine"],
      [code, "duplicate", "0.00", "blog, mine"],
      ["", "counted", "50.00", ""],
    ]);
  });

  it("tell the ledger in the order it was written", async () => {
    const entries = await table("ledger");
    expect(entries.map(({ kind, from, to, amount }) => [kind, from, to, amount])).toEqual([
      ["accrual", "program", "available", "50.20"],
      ["reserve", "available", "reserved", "20.00"],
      ["settle", "reserved", "paid_out", "20.00"],
    ]);
    expect(entries[2]?.["withdrawalId"]).toBe(withdrawalId);
  });

  it("tell withdrawals with masked destinations", async () => {
    expect(await table("withdrawals")).toEqual([
      expect.objectContaining({
        id: withdrawalId,
        amount: "20.00",
        destination: "FR76 •••• 0189",
        status: "paid",
        reference: "R-1",
      }),
    ]);
  });

  it("AC-48 tell links, and nothing in them becomes a formula", async () => {
    expect(await table("links")).toEqual([
      expect.objectContaining({
        code,
        destination: "https://example.org/a,b",
        title: `'${TITLE}`,
        clicks: "1",
      }),
    ]);
  });
});

it("holds everything about a partner in one document", async () => {
  const record = (await get(partner, "/partner/export.json")).json<Record<string, unknown>>();
  expect(Object.keys(record)).toEqual([
    "exportedAt",
    "profile",
    "statusChanges",
    "sessions",
    "balance",
    "links",
    "withdrawals",
    "ledger",
    "events",
  ]);
  expect(record).toMatchObject({
    profile: {
      id: partner.id,
      email: "mia@example.org",
      status: "active",
      locale: "en",
      onLeaderboard: true,
    },
    statusChanges: [],
    sessions: [{ current: true }],
    balance: { available: "30.20", paid: "20.00", earned: "50.20", debt: "0.00" },
    links: [{ code, title: TITLE, clicks: "1", earned: "0.20" }],
    withdrawals: [
      {
        id: withdrawalId,
        destination: "FR76 •••• 0189",
        history: [
          { from: null, to: "requested", by: "partner" },
          { from: "requested", to: "approved", by: "admin" },
          { from: "approved", to: "paid", by: "admin", note: "R-1" },
        ],
      },
    ],
    ledger: [{ kind: "accrual" }, { kind: "reserve" }, { kind: "settle" }],
    events: [{ verdict: "counted" }, { verdict: "duplicate" }, { kind: "view" }, { earned: "50.00" }],
  });
});

describe("a long history", () => {
  const EVENTS = 12_000;
  let busy: SignedIn;
  let queries = 0;

  beforeAll(async () => {
    busy = await signedInPartner(test);
    const visitors = Array.from({ length: EVENTS }, () => ({
      kind: "click" as const,
      partnerId: busy.id,
      visitor: randomUUID(),
      occurredAt: new Date(),
    }));
    for (let start = 0; start < EVENTS; start += 1000) {
      await recordEvents(test.app, visitors.slice(start, start + 1000));
    }
  });

  /** The application, counting what it asks of the database. */
  function counting() {
    queries = 0;
    const { pool } = test.app.database;
    const counted = new Proxy(pool, {
      get(target, name) {
        if (name === "query") queries += 1;
        const member: unknown = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
    return { ...test.app, database: { ...test.app.database, pool: counted } };
  }

  it("is complete, each click once", async () => {
    const clicks = await table("clicks", busy);
    expect(new Set(clicks.map(({ id }) => id)).size).toBe(EVENTS);
    expect(clicks).toHaveLength(EVENTS);
    const { events } = (await get(busy, "/partner/export.json")).json<{ events: unknown[] }>();
    expect(events).toHaveLength(EVENTS);
  }, 30_000);

  it("is read only as far as it was taken, and no more than a page at a time", async () => {
    const app = counting();
    const pieces = csv(CLICKS.columns, CLICKS.pages(app, busy.id));
    const sizes: number[] = [];
    for await (const piece of pieces) {
      sizes.push(piece.split("\r\n").length - 1);
      // The days, then one page for each piece that was taken.
      expect(queries).toBe(1 + sizes.length);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(501);
    expect(sizes.length).toBeGreaterThanOrEqual(EVENTS / 500);

    const record = partnerRecord(app, { ...(await viewerOf(busy)) });
    for await (const piece of record) expect(piece.split("\n").length).toBeLessThanOrEqual(510);
  }, 30_000);

  it("stops being read when whoever asked goes away", async () => {
    const app = counting();
    const pieces = csv(CLICKS.columns, CLICKS.pages(app, busy.id));
    await pieces.next();
    await pieces.return();
    expect(await pieces.next()).toMatchObject({ done: true });
    expect(queries).toBe(2);
  });
});

it("tells a long ledger whole and in order", async () => {
  const MOVEMENTS = 1100;
  const busy = await signedInPartner(test);
  await test.database.sql(
    `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, reason, admin_id)
     select $1, 'bonus', 'program', 'available', 10000 * n, current_date, 'movement ' || n, $2
     from generate_series(1, $3::integer) n order by n`,
    [busy.id, admin.id, MOVEMENTS],
  );
  const expected = Array.from({ length: MOVEMENTS }, (_, index) => `movement ${index + 1}`);
  const entries = await table("ledger", busy);
  expect(entries.map(({ reason }) => reason)).toEqual(expected);
  const { ledger } = (await get(busy, "/partner/export.json")).json<{ ledger: { reason: string }[] }>();
  expect(ledger.map(({ reason }) => reason)).toEqual(expected);
});

async function viewerOf({ id, email }: SignedIn) {
  const [session] = await test.database.sql<{ id: string }>("select id from sessions where partner_id = $1", [
    id,
  ]);
  const shared = { role: "partner", locale: "en", suspended: false, onLeaderboard: true } as const;
  return { id, email, sessionId: session?.id ?? "", ...shared };
}

it("says that it cannot, as long as nothing was sent", async () => {
  await test.database.sql("alter table ledger_entries rename to elsewhere");
  const { statusCode, headers, body } = await get(partner, "/partner/export/ledger.csv");
  await test.database.sql("alter table elsewhere rename to ledger_entries");
  expect(statusCode).toBe(500);
  expect(headers["content-disposition"]).toBeUndefined();
  expect(JSON.parse(body)).toMatchObject({ error: { code: "INTERNAL_SERVER_ERROR" } });
  expect(body).not.toContain("ledger_entries");
});
