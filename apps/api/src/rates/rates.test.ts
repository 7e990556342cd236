import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "../auth/create-api-key.ts";
import { createApp } from "../create-app.ts";
import { TestClient } from "../testing/client.ts";
import { dumpDatabase } from "../testing/dump-database.ts";
import { signedInPartner } from "../testing/people.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "../testing/test-app.ts";
import { forgetRates } from "./forget-rates.ts";
import { RATES, type Rate } from "./rates.ts";
import { takeTurns } from "./take-turns.ts";

const FIVE: Rate = { name: "five", most: 5, seconds: 3_600 };
const TWO: Rate = { name: "two", most: 2, seconds: 3_600 };

/** And a little more: time passes until the next request. */
const FULL = 1.05;

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

async function outcome(turns: Parameters<typeof takeTurns>[1], app = test.app): Promise<number | "OK"> {
  try {
    await takeTurns(app, turns);
    return "OK";
  } catch (error) {
    return (error as { details: { retryAfterSeconds: number } }).details.retryAfterSeconds;
  }
}

/** As if so much of it was used up already. */
async function use(rate: Rate, of: string, share: number): Promise<void> {
  const key = test.app.secrets.hmac("rate", JSON.stringify([rate.name, of]));
  await test.database.sql(
    `insert into request_rates values ($1, now() + $2 * interval '1 second')
     on conflict (key) do update set empty_at = excluded.empty_at`,
    [key, rate.seconds * share],
  );
}

describe("AC-32 a rate", () => {
  it("lets exactly as many through when fifty come at once, also by another process", async () => {
    const other = await createApp({
      ...test.app,
      owner: test.database.owner,
      appSecret: test.app.config.appSecret ?? "",
    });
    try {
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          outcome([{ rate: FIVE, of: "crowd" }], i % 2 ? other : test.app),
        ),
      );
      expect(outcomes.filter((one) => one === "OK")).toHaveLength(5);
    } finally {
      await other.close();
    }
    // As after a restart: what was counted is in the database.
    expect(await outcome([{ rate: FIVE, of: "crowd" }])).not.toBe("OK");
    expect(await outcome([{ rate: FIVE, of: "somebody else" }])).toBe("OK");
  });

  it("says when the next one is possible, and keeps it", async () => {
    await use(FIVE, "patient", 1);
    const wait = await outcome([{ rate: FIVE, of: "patient" }]);
    expect(wait).toBeGreaterThan(700);
    expect(wait).toBeLessThanOrEqual(720);
    await use(FIVE, "patient", 0.8);
    expect(await outcome([{ rate: FIVE, of: "patient" }])).toBe("OK");
    expect(await outcome([{ rate: FIVE, of: "patient" }])).not.toBe("OK");
  });

  it("does not use up what is everybody's for somebody who is refused anyway", async () => {
    const turns = (of: string) => [
      { rate: TWO, of },
      { rate: FIVE, of: "everybody" },
    ];
    const greedy = [];
    for (let i = 0; i < 10; i += 1) greedy.push(await outcome(turns("greedy")));
    expect(greedy.filter((one) => one === "OK")).toHaveLength(2);
    expect(await outcome(turns("late"))).toBe("OK");
    expect(await outcome(turns("late"))).toBe("OK");
    expect(await outcome(turns("last"))).toBe("OK");
    expect(await outcome(turns("too late"))).not.toBe("OK");
  });

  it("is forgotten when it is empty, and does not tell whom it was about", async () => {
    await use(FIVE, "203.0.113.0/24", -0.1);
    await use(TWO, "203.0.113.0/24", 0.5);
    const before = await dumpDatabase(test);
    expect(before).not.toContain(Buffer.from("203.0.113").toString("hex"));
    await forgetRates(test.app);
    const rows = await test.database.sql<{ late: boolean }>(
      "select empty_at < now() as late from request_rates",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ late }) => !late)).toBe(true);
  });
});

describe("what is limited", () => {
  it("AC-37 is counted by field, not by request", async () => {
    const { client, id } = await signedInPartner(test);
    await use(RATES.newLinks, id, 1 - 3.5 / RATES.newLinks.most);
    const fields = [1, 2, 3, 4, 5].map(
      (i) => `a${i}: createLink(input: { destination: "https://example.org/" }) { id }`,
    );
    const { errors } = await client.graphql(`mutation { ${fields.join(" ")} }`);
    expect(errors[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", details: { retryAfterSeconds: 1 } });
    const [row] = await test.database.sql<{ links: string }>(
      "select count(*) as links from links where partner_id = $1",
      [id],
    );
    expect(row?.links).toBe("3");
  });

  it.each([
    [
      "createLink",
      RATES.newLinks,
      'mutation { createLink(input: { destination: "https://example.org/" }) { id } }',
    ],
    [
      "requestWithdrawal",
      RATES.withdrawalRequests,
      'mutation { requestWithdrawal(input: { amount: "10.00", method: PAYPAL, destination: { email: "a@example.org" }, idempotencyKey: "k" }) { id } }',
    ],
  ])("%s is, for each partner", async (_name, rate, mutation) => {
    const { client, id } = await signedInPartner(test);
    await use(rate, id, FULL);
    expect((await client.graphql(mutation)).code).toBe("RATE_LIMITED");
    const other = await signedInPartner(test);
    expect((await other.client.graphql(mutation)).code).not.toBe("RATE_LIMITED");
  });

  it("whatever changes something is, for each session; reading is not", async () => {
    const { client } = await signedInPartner(test);
    const { data } = await client.graphql<{ sessions: { id: string }[] }>("{ sessions { id } }");
    await use(RATES.sessionMutations, data?.sessions[0]?.id ?? "", FULL);
    expect((await client.graphql("mutation { setLocale(locale: FR) { id } }")).code).toBe("RATE_LIMITED");
    expect((await client.graphql("{ balance { available } }")).code).toBeUndefined();
  });

  it("trying tokens is, for each network, whatever a made-up X-Forwarded-For says", async () => {
    const attempt = (headers: Record<string, string> = {}) =>
      new TestClient(test.server, headers).graphql('mutation { signIn(token: "guess") { id } }');
    expect((await attempt()).code).toBe("LINK_EXPIRED");
    await use(RATES.signInAttempts, "127.0.0.0/24", FULL);
    expect((await attempt()).code).toBe("RATE_LIMITED");
    expect((await attempt({ "x-forwarded-for": "203.0.113.9" })).code).toBe("RATE_LIMITED");
  });

  it("all sign-in mails together are", async () => {
    await use(RATES.signInMails, "everybody", FULL);
    const answer = await new TestClient(test.server).graphql(
      'mutation { requestMagicLink(email: "a@example.org") { email } }',
    );
    expect(answer.code).toBe("RATE_LIMITED");
    expect(await test.database.sql("select 1 from magic_links where email = 'a@example.org'")).toEqual([]);
  });

  it("downloads are, with 429 and Retry-After", async () => {
    const { client, id } = await signedInPartner(test);
    const get = () =>
      test.server.http.inject({
        url: "/partner/export.json",
        headers: { cookie: client.cookie ?? "", origin: TEST_ORIGIN },
      });
    expect((await get()).statusCode).toBe(200);
    await use(RATES.exports, id, FULL);
    const { statusCode, headers } = await get();
    expect({ statusCode, wait: headers["retry-after"] }).toEqual({
      statusCode: 429,
      wait: expect.stringMatching(/^\d+$/),
    });
  });

  it("events are, for each key, with 429 and Retry-After", async () => {
    const { key } = await createApiKey(test.app, "flood");
    const post = () =>
      test.server.http.inject({
        method: "POST",
        url: "/v1/events",
        headers: { authorization: `Bearer ${key}` },
        payload: { events: [] },
      });
    expect((await post()).statusCode).toBe(200);
    const [row] = await test.database.sql<{ id: string }>("select id from api_keys where name = 'flood'");
    await use(RATES.eventRequests, row?.id ?? "", FULL);
    const { statusCode, headers } = await post();
    expect({ statusCode, wait: headers["retry-after"] }).toEqual({
      statusCode: 429,
      wait: expect.stringMatching(/^\d+$/),
    });
  });
});
