import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestClient } from "../testing/client.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approve, BANK, done, IBAN, pay, reject, request } from "../withdrawals/withdrawal.test-kit.ts";
import { readCsv } from "./csv.test-kit.ts";

let test: TestApp;
let admin: SignedIn;
let mia: SignedIn;
let max: SignedIn;
let hour = 0;

async function asked(partner: SignedIn, amount: string, more: Record<string, unknown> = {}) {
  hour += 1;
  test.setNow(new Date(Date.UTC(2026, 5, 1, hour)));
  return done(await request(partner, amount, more));
}

beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
  [mia, max] = [
    await signedInPartner(test, "mia@example.org"),
    await signedInPartner(test, "max@example.org"),
  ];
  test.setNow("2026-06-01T00:00:00Z");
  for (const { id } of [mia, max]) await earn(test, id, "900.00");
  await asked(mia, "30.00");
  done(await pay(admin, done(await approve(admin, await asked(mia, "10.00", BANK))), "SEPA-77"));
  done(await reject(admin, await asked(max, "20.00"), "=1+1"));
  await asked(max, "40.00");
});
afterAll(() => test.close());

const get = (query = "", { client }: Pick<SignedIn, "client"> = admin) =>
  test.server.http.inject({
    url: `/admin/withdrawals.csv${query}`,
    headers: { cookie: client.cookie ?? "" },
  });

async function amounts(query = "") {
  const { statusCode, body } = await get(query);
  expect(statusCode).toBe(200);
  return readCsv(body).map(({ amount }) => amount);
}

describe("the withdrawals as a file", () => {
  it("tells what was asked, by whom, and what became of it; destinations stay masked", async () => {
    const { headers, body } = await get("?sort=OLDEST");
    expect(headers).toMatchObject({ "cache-control": "no-store", "content-type": "text/csv; charset=utf-8" });
    expect(headers["content-disposition"]).toContain("attachment");
    const rows = readCsv(body);
    expect(rows[1]).toEqual({
      id: expect.any(String),
      requestedAt: "2026-06-01T02:00:00.000Z",
      partnerId: mia.id,
      partner: "mia@example.org",
      amount: "10.00",
      method: "bank",
      destination: "FR76 •••• 0189",
      status: "paid",
      decidedAt: "2026-06-01T02:00:00.000Z",
      paidAt: "2026-06-01T02:00:00.000Z",
      reason: "",
      reference: "SEPA-77",
    });
    expect(rows[2]).toMatchObject({ partner: "max@example.org", status: "rejected", reason: "'=1+1" });
    expect(body).not.toContain(IBAN);
  });

  it.each([
    ["", ["40.00", "20.00", "10.00", "30.00"]],
    ["?status=&method=&search=&sort=", ["40.00", "20.00", "10.00", "30.00"]],
    ["?sort=OLDEST", ["30.00", "10.00", "20.00", "40.00"]],
    ["?sort=SMALLEST", ["10.00", "20.00", "30.00", "40.00"]],
    ["?status=REQUESTED&sort=LARGEST", ["40.00", "30.00"]],
    ["?method=BANK", ["10.00"]],
    ["?search=MIA%40", ["10.00", "30.00"]],
    ["?search=sepa-7&status=PAID", ["10.00"]],
    ["?search=nobody", []],
  ])("holds what the list of the same filter shows: %s", async (query, expected) => {
    expect(await amounts(query)).toEqual(expected);
  });

  it("goes on beyond a page", async () => {
    const many = await signedInPartner(test, "many@example.org");
    // Without their bookings, which would take the triggers half a minute: here they are only listed.
    await test.database.sql("set session_replication_role = replica");
    await test.database.sql(
      `insert into withdraw_requests (partner_id, amount, method, destination, idempotency_key, request_hash, requested_at)
       select $1, 10000000, 'paypal', 'm•••@example.org', n::text, '\\x00', '2026-07-01'::timestamptz + n / 3 * interval '1 minute'
       from generate_series(1, 1001) n`,
      [many.id],
    );
    await test.database.sql("set session_replication_role = origin");
    const { body } = await get("?search=many%40");
    const rows = readCsv(body);
    expect(rows).toHaveLength(1001);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1001);
  });

  it.each([
    ["?status=requested", "status"],
    ["?status=REQUESTED&status=PAID", "status"],
    ["?method=CASH", "method"],
    ["?sort=RANDOM", "sort"],
    [`?search=${"x".repeat(255)}`, "search"],
  ])("is refused for a filter that makes no sense: %s", async (query, field) => {
    const { statusCode, headers, body } = await get(query);
    expect(statusCode).toBe(400);
    expect(headers["content-disposition"]).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({ error: { code: "BAD_USER_INPUT", details: { field } } });
  });

  it("is for admins only", async () => {
    expect((await get("", { client: new TestClient(test.server) })).statusCode).toBe(401);
    const refused = await get("", mia);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ error: { code: "FORBIDDEN" } });
  });
});
