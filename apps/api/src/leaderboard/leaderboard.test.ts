import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { TestClient } from "../testing/client.ts";
import { signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

interface Entry {
  rank: number;
  name: string;
  clicks: number;
  isMe: boolean;
}

const BOARD = `query ($period: LeaderboardPeriod!) {
  leaderboard(period: $period) { rank name clicks isMe }
}`;

let test: TestApp;
let nobody: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  test.setNow("2026-06-30T12:00:00Z");
  nobody = new TestClient(test.server);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts");
});

async function partner(email: string, status = "active"): Promise<string> {
  const [row] = await test.database.sql<{ id: string }>(
    "insert into partners (email, status) values ($1, $2) on conflict (email) do update set status = $2 returning id",
    [email, status],
  );
  return row?.id ?? "";
}

async function clicks(partnerId: string, day: string, events: number, kind = "click", verdict = "counted") {
  await test.database.sql(
    "insert into partner_days (day, partner_id, kind, verdict, events, earned) values ($1, $2, $3, $4, $5, 0)",
    [day, partnerId, kind, verdict, events],
  );
}

async function board(period: string, client = nobody): Promise<Entry[]> {
  const { data, errors } = await client.graphql<{ leaderboard: Entry[] }>(BOARD, { period });
  expect(errors).toEqual([]);
  return data?.leaderboard ?? [];
}

it("counts the clicks of each period, today included and days before it not", async () => {
  const id = await partner("mia@example.org");
  await clicks(id, "2026-06-30", 1);
  await clicks(id, "2026-06-24", 10);
  await clicks(id, "2026-06-23", 100);
  await clicks(id, "2026-06-01", 1_000);
  await clicks(id, "2026-05-31", 10_000);
  await clicks(id, "2026-04-02", 100_000);
  await clicks(id, "2026-04-01", 1_000_000);
  await clicks(id, "2026-07-01", 10_000_000);
  const total = async (period: string) => (await board(period)).map((entry) => entry.clicks);
  expect(await total("LAST_7_DAYS")).toEqual([11]);
  expect(await total("LAST_30_DAYS")).toEqual([1_111]);
  expect(await total("LAST_90_DAYS")).toEqual([111_111]);
  expect(await total("ALL_TIME")).toEqual([11_111_111]);
  const { data } = await nobody.graphql<{ leaderboard: Entry[] }>("{ leaderboard { clicks } }");
  expect(data?.leaderboard).toEqual([{ clicks: 1_111 }]);
});

it("counts nothing but counted clicks of active partners", async () => {
  const id = await partner("mia@example.org");
  await clicks(id, "2026-06-30", 3);
  await clicks(id, "2026-06-30", 50, "click", "bot");
  await clicks(id, "2026-06-30", 60, "click", "invalidated");
  await clicks(id, "2026-06-30", 70, "view");
  await clicks(id, "2026-06-30", 80, "conversion");
  await clicks(await partner("zero@example.org"), "2026-06-30", 0);
  await clicks(await partner("gone@example.org", "suspended"), "2026-06-30", 90);
  await clicks(randomUUID(), "2026-06-30", 95);
  expect(await board("ALL_TIME")).toEqual([{ rank: 1, name: "m•••@e•••", clicks: 3, isMe: false }]);
});

it("gives equals the same rank, skips the next, and shows 20", async () => {
  for (let n = 1; n <= 23; n += 1) {
    const id = await partner(`p${String(n).padStart(2, "0")}@example.org`);
    await clicks(id, "2026-06-30", n === 2 ? 22 : 24 - n);
  }
  const entries = await board("LAST_7_DAYS");
  expect(entries.map(({ rank }) => rank).slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(entries).toHaveLength(20);
  await test.database.sql("update partner_days set events = 22 where events in (23, 21)");
  const tied = await board("LAST_7_DAYS");
  expect(tied.map(({ rank, clicks: count }) => [rank, count]).slice(0, 5)).toEqual([
    [1, 22],
    [1, 22],
    [1, 22],
    [4, 20],
    [5, 19],
  ]);
  expect(await board("LAST_7_DAYS")).toEqual(tied);
});

it("marks one's own row, for partners alone", async () => {
  const me = await signedInPartner(test, "me@example.org");
  const admin = await signedInAdmin(test);
  await clicks(me.id, "2026-06-30", 2);
  await clicks(await partner("other@example.org"), "2026-06-30", 2);
  const mine = await board("LAST_7_DAYS", me.client);
  expect(mine.filter(({ isMe }) => isMe)).toEqual([{ rank: 1, name: "m•••@e•••", clicks: 2, isMe: true }]);
  expect(mine).toHaveLength(2);
  expect((await board("LAST_7_DAYS", admin.client)).some(({ isMe }) => isMe)).toBe(false);
  expect((await board("LAST_7_DAYS")).some(({ isMe }) => isMe)).toBe(false);
});

it("AC-35 holds nothing to join on: no id, no address, no field beyond the four", async () => {
  const id = await partner("very.recognisable@secret-company.test");
  await clicks(id, "2026-06-30", 7);
  const entries = await board("LAST_7_DAYS");
  expect(entries).toEqual([{ rank: 1, name: "v•••@s•••", clicks: 7, isMe: false }]);
  const { rawPayload, headers } = await test.server.http.inject({
    method: "POST",
    url: "/graphql",
    payload: { query: BOARD, variables: { period: "LAST_7_DAYS" } },
  });
  expect(rawPayload.toString("utf8").trim()).toBe(JSON.stringify({ data: { leaderboard: entries } }));
  for (const told of [rawPayload.toString("utf8"), JSON.stringify(headers)]) {
    expect(told).not.toContain(id);
    expect(told).not.toMatch(/recognisable|secret|company|example/);
  }
  for (const field of [
    "id",
    "partnerId",
    "email",
    "partner { id }",
    "links { code }",
    "locale",
    "createdAt",
  ]) {
    const asked = await nobody.graphql(`{ leaderboard { ${field} } }`);
    expect(asked.code).toBe("GRAPHQL_VALIDATION_FAILED");
  }
  expect((await nobody.graphql('{ leaderboard(period: "x") { rank } }')).status).toBe(400);
});
