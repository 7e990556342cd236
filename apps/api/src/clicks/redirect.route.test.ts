import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { addLink, differences, type TestLink } from "./clicks.test-kit.ts";
import { forgetVisitorKeys } from "./forget-visitor-keys.ts";

const BROWSER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

let test: TestApp;
let link: TestLink;

beforeAll(async () => {
  test = await createTestApp();
});

afterAll(() => test.close());

beforeEach(async () => {
  link = await addLink(test.database, { destination: "https://example.org/there?a=1&b=%C3%A9#top" });
});

afterEach(async () => {
  test.setNow(new Date());
  expect(await differences(test.database)).toEqual([]);
});

function visit(
  path: string,
  headers: Record<string, string> = {},
  ip = "192.0.2.1",
  method: "GET" | "HEAD" = "GET",
) {
  return test.server.http.inject({
    method,
    url: path,
    remoteAddress: ip,
    headers: { "user-agent": BROWSER, ...headers },
  });
}

async function verdicts(of = link): Promise<string[]> {
  await test.app.clicks.settled();
  const rows = await test.database.sql<{ verdict: string }>(
    "select verdict from metric_events where partner_id = $1 order by id",
    [of.partnerId],
  );
  return rows.map(({ verdict }) => verdict);
}

describe("a known link", () => {
  it("sends the visitor on to its own destination, to the letter, and records the click", async () => {
    const response = await visit(`/r/${link.code}`, { referer: "https://blog.example.net/post?secret=1" });
    expect(response.statusCode).toBe(302);
    expect(response.headers.location).toBe("https://example.org/there?a=1&b=%C3%A9#top");
    expect(response.headers["cache-control"]).toBe("no-store");
    expect(response.headers["referrer-policy"]).toBe("no-referrer");
    expect(response.headers["x-content-type-options"]).toBe("nosniff");
    expect(response.headers["content-length"]).toBe("0");
    expect(response.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.body).toBe("");
    await test.app.clicks.settled();
    const [event] = await test.database.sql(
      "select verdict, kind, partner_id, link_id, referrer_host, visitor from metric_events where link_id = $1",
      [link.linkId],
    );
    expect(event).toEqual({
      verdict: "counted",
      kind: "click",
      partner_id: link.partnerId,
      link_id: link.linkId,
      referrer_host: "blog.example.net",
      visitor: expect.stringMatching(/^[\w-]{16}$/),
    });
  });

  it.each([
    "?url=https://evil.example",
    "?next=//evil.example&redirect=https://evil.example",
    "?%0d%0aLocation:%20https://evil.example",
    "?url=javascript:alert(1)",
    "?code=other&destination=https://evil.example#https://evil.example",
    "?",
    "?%00",
    `?${"u=https://evil.example&".repeat(500)}`,
  ])("AC-21 goes nowhere else for %s", async (query) => {
    const response = await visit(`/r/${link.code}${query}`, {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-original-url": "https://evil.example/",
      "x-rewrite-url": "https://evil.example/",
      referer: "https://evil.example/",
    });
    expect(response.statusCode).toBe(302);
    expect(response.headers.location).toBe("https://example.org/there?a=1&b=%C3%A9#top");
  });

  it("counts a visitor once, and another browser or address as another visitor", async () => {
    await visit(`/r/${link.code}`);
    await visit(`/r/${link.code}`);
    await visit(`/r/${link.code}`, {}, "192.0.2.2");
    await visit(`/r/${link.code}`, { "user-agent": BROWSER.replace("140", "141") });
    expect(await verdicts()).toEqual(["counted", "duplicate", "counted", "counted"]);
  });

  it("AC-23 knows a visitor across midnight, when the key of the hash changes, and not two days later", async () => {
    test.setNow("2026-05-10T23:59:00Z");
    await visit(`/r/${link.code}`);
    test.setNow("2026-05-11T00:01:00Z");
    await visit(`/r/${link.code}`);
    test.setNow("2026-05-11T23:59:30Z");
    await visit(`/r/${link.code}`);
    expect(await verdicts()).toEqual(["counted", "duplicate", "counted"]);
    const visitors = await test.database.sql(
      "select distinct visitor from metric_events where link_id = $1",
      [link.linkId],
    );
    expect(visitors).toHaveLength(2);
  });

  it("AC-15 counts a visitor once who comes fifty times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => visit(`/r/${link.code}`)));
    expect(answers.every(({ statusCode }) => statusCode === 302)).toBe(true);
    expect((await verdicts()).sort()).toEqual(["counted", ...Array(49).fill("duplicate")]);
  });

  it("makes no difference to bots, previews and empty user agents, except that they don't count", async () => {
    const answers = [
      await visit(`/r/${link.code}`, {
        "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      }),
      await visit(`/r/${link.code}`, { "user-agent": "" }),
      await visit(`/r/${link.code}`, {}, "192.0.2.1", "HEAD"),
      await visit(`/r/${link.code}`, { "sec-purpose": "prefetch;prerender" }),
      await visit(`/r/${link.code}`, { purpose: "prefetch" }),
      await visit(`/r/${link.code}`, { "x-moz": "prefetch" }),
      await visit(`/r/${link.code}`, { "sec-purpose": "none" }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 7 }, () => 302));
    expect(await verdicts()).toEqual([
      "bot",
      "bot",
      "prefetch",
      "prefetch",
      "prefetch",
      "prefetch",
      "counted",
    ]);
  });

  it("redirects for a suspended partner too, unpaid", async () => {
    await test.database.sql("update partners set status = 'suspended' where id = $1", [link.partnerId]);
    expect((await visit(`/r/${link.code}`)).statusCode).toBe(302);
    expect(await verdicts()).toEqual(["suspended"]);
  });
});

describe("while others use up all connections that they may", () => {
  it("visitors are sent on, to pages of links that nobody has clicked before, and their clicks are booked", async () => {
    const { pool } = test.app.database;
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    try {
      const fresh = await addLink(test.database);
      expect((await visit(`/r/${link.code}`)).statusCode).toBe(302);
      expect((await visit(`/r/${fresh.code}`)).statusCode).toBe(302);
      expect(await verdicts()).toEqual(["counted"]);
    } finally {
      for (const connection of taken) connection.release();
    }
  });
});

describe("AC-24 a partner's own click", () => {
  it("does not count while signed in; somebody else's does", async () => {
    const owner = await signedInPartner(test);
    const other = await signedInPartner(test);
    const own = await addLink(test.database, { partnerId: owner.id });
    const response = await visit(`/r/${own.code}`, { cookie: owner.client.cookie ?? "" });
    expect(response.statusCode).toBe(302);
    await visit(`/r/${own.code}`, { cookie: other.client.cookie ?? "" }, "192.0.2.9");
    await visit(`/r/${own.code}`, { cookie: "session=made-up; theme=dark" }, "192.0.2.10");
    expect(await verdicts(own)).toEqual(["self_click", "counted", "counted"]);
  });
});

describe("AC-21 an unknown link", () => {
  it.each([
    "/r/unknown",
    "/r/",
    "/r/a%0d%0aSet-Cookie:%20x=1",
    "/r/a%0aLocation:%20https://evil.example",
    "/r/%E5%98%8A%E5%98%8DSet-Cookie:%20x=1",
    "/r/%25%30%64%25%30%61x",
    "/r/https:%2f%2fevil.example",
    "/r//evil.example",
    "/r/%5cevil.example",
    "/r/' or 1=1 --",
    "/r/a%00b",
    "/r/a/b",
    "/r/%3Cscript%3E",
    `/r/${"x".repeat(5_000)}`,
    "/r/..%2f..%2fetc",
  ])("gets a page that says so: %s", async (path) => {
    const response = await visit(path);
    expect(response.statusCode).toBe(404);
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(response.headers.location).toBeUndefined();
    expect(response.headers["set-cookie"]).toBeUndefined();
    expect(response.body).toContain("This link does not exist");
    expect(response.body).not.toMatch(/style=|<style|<script/);
    expect(await verdicts()).toEqual([]);
  });

  it.each([
    ["fr-FR,fr;q=0.9,en;q=0.8", "fr"],
    ["en;q=0.5,fr;q=0.6", "fr"],
    ["de,en;q=0.3,fr;q=0.2", "en"],
    ["de", "en"],
    ["frr", "en"],
    ["fr;q=0", "en"],
    ["", "en"],
  ])("speaks the visitor's language: %j → %s", async (languages, expected) => {
    const response = await visit("/r/unknown", { "accept-language": languages });
    expect(response.headers["content-language"]).toBe(expected);
    expect(response.body).toContain(`<html lang="${expected}">`);
  });
});

it("answers also where a destination cannot be written into a header", async () => {
  const broken = await addLink(test.database, { destination: "https://example.org/€" });
  const response = await visit(`/r/${broken.code}`);
  expect(response.statusCode).toBe(503);
  expect(response.headers["retry-after"]).toBe("2");
});

it("finds a link that was made after the start", async () => {
  await visit("/r/unknown");
  const fresh = await addLink(test.database, { destination: "https://example.org/fresh" });
  expect((await visit(`/r/${fresh.code}`)).headers.location).toBe("https://example.org/fresh");
});

it("keeps keys of two days only, and never the address", async () => {
  test.setNow("2026-05-10T12:00:00Z");
  await visit(`/r/${link.code}`);
  test.setNow("2026-05-11T12:00:00Z");
  await visit(`/r/${link.code}`);
  expect(await forgetVisitorKeys(test.app)).toBe(0);
  test.setNow("2026-05-12T00:00:00Z");
  expect(await forgetVisitorKeys(test.app)).toBe(1);
  const [row] = await test.database.sql<{ text: string }>(
    "select string_agg(to_jsonb(e)::text, '') as text from metric_events e",
  );
  expect(row?.text).not.toContain("192.0.2.1");
});
