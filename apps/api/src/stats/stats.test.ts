import { randomUUID } from "node:crypto";
import { addDays } from "@contentflow/domain/day";
import { parseEuros } from "@contentflow/domain/money";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approveWithdrawal } from "../withdrawals/approve-withdrawal.ts";
import { markWithdrawalPaid } from "../withdrawals/mark-withdrawal-paid.ts";
import { rejectWithdrawal } from "../withdrawals/reject-withdrawal.ts";
import { requestWithdrawal } from "../withdrawals/request-withdrawal.ts";

interface Stats {
  from: string;
  to: string;
  withdrawals: { status: string; count: number; sum: string }[];
  events: { verdict: string; clicks: number }[];
  earnings: string;
  earningPartners: number;
  revenuePerPartner: string | null;
  topPartners: { partner: { email: string }; clicks: number; earned: string }[];
  shareAttributed: number | null;
  conversions: number;
  conversionRate: number | null;
  payoutVelocity: { medianHours: number; p90Hours: number; payouts: number } | null;
  days: { day: string; clicks: number; counted: number; earned: string; paid: string }[];
}

const STATS = `query ($days: Int! = 30) {
  admin {
    stats(days: $days) {
      from to
      withdrawals { status count sum }
      events { verdict clicks }
      earnings earningPartners revenuePerPartner
      topPartners { partner { email } clicks earned }
      shareAttributed conversions conversionRate
      payoutVelocity { medianHours p90Hours payouts }
      days { day clicks counted earned paid }
    }
  }
}`;

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  test.setNow("2026-06-30T12:00:00Z");
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts");
});

async function stats(days?: number): Promise<Stats> {
  const { data, errors } = await admin.client.graphql<{ admin: { stats: Stats } }>(STATS, {
    ...(days !== undefined && { days }),
  });
  expect(errors).toEqual([]);
  if (!data) throw new Error("no data");
  return data.admin.stats;
}

async function partner(email: string): Promise<string> {
  const [row] = await test.database.sql<{ id: string }>(
    "insert into partners (email) values ($1) returning id",
    [email],
  );
  return row?.id ?? "";
}

/** One day's total of a partner; euros in micro-euros. */
async function total(
  partnerId: string,
  { day = "2026-06-30", kind = "click", verdict = "counted", events = 1, earned = 0n },
) {
  await test.database.sql(
    "insert into partner_days (day, partner_id, kind, verdict, events, earned) values ($1, $2, $3, $4, $5, $6)",
    [day, partnerId, kind, verdict, events, earned.toString()],
  );
}

describe("without anything", () => {
  it("shows zeros and nulls, never a division by nothing", async () => {
    expect(await stats(1)).toEqual({
      from: "2026-06-30",
      to: "2026-06-30",
      withdrawals: ["REQUESTED", "APPROVED", "PAID", "REJECTED"].map((status) => ({
        status,
        count: 0,
        sum: "0.00",
      })),
      events: [
        "COUNTED",
        "DUPLICATE",
        "BOT",
        "PREFETCH",
        "VELOCITY",
        "SELF_CLICK",
        "SUSPENDED",
        "UNKNOWN_PARTNER",
        "UNKNOWN_LINK",
        "INVALIDATED",
      ].map((verdict) => ({ verdict, clicks: 0 })),
      earnings: "0.00",
      earningPartners: 0,
      revenuePerPartner: null,
      topPartners: [],
      shareAttributed: null,
      conversions: 0,
      conversionRate: null,
      payoutVelocity: null,
      days: [{ day: "2026-06-30", clicks: 0, counted: 0, earned: "0.00", paid: "0.00" }],
    });
  });

  it.each([0, -1, 367])("refuses %d days", async (days) => {
    const answer = await admin.client.graphql(STATS, { days });
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.details).toMatchObject({ field: "days" });
  });
});

describe("clicks", () => {
  it("sums verdicts, earnings and rates over the days of the period", async () => {
    const ann = await partner(`ann-${randomUUID()}@example.org`);
    const bob = await partner(`bob-${randomUUID()}@example.org`);
    const free = await partner(`free-${randomUUID()}@example.org`);
    await total(ann, { events: 10, earned: 2_000_000n });
    await total(ann, { day: "2026-06-01", events: 5, earned: 1_000_001n });
    await total(ann, { day: "2026-05-31", events: 1_000, earned: 9_000_000n });
    await total(ann, { day: "2026-07-01", events: 1_000, earned: 9_000_000n });
    await total(ann, { verdict: "duplicate", events: 7 });
    await total(ann, { kind: "view", events: 500 });
    await total(ann, { kind: "conversion", events: 3 });
    await total(ann, { kind: "conversion", verdict: "bot", events: 40 });
    await total(bob, { events: 4, earned: 800_000n });
    await total(bob, { verdict: "invalidated", events: 2, earned: 0n });
    await total(bob, { verdict: "unknown_link", events: 1 });
    await total(free, { events: 1, earned: 0n });
    await total("00000000-0000-0000-0000-000000000000", { verdict: "unknown_partner", events: 6 });

    const read = await stats();
    expect(read).toMatchObject({ from: "2026-06-01", to: "2026-06-30" });
    expect(Object.fromEntries(read.events.map(({ verdict, clicks }) => [verdict, clicks]))).toEqual({
      COUNTED: 20,
      DUPLICATE: 7,
      BOT: 0,
      PREFETCH: 0,
      VELOCITY: 0,
      SELF_CLICK: 0,
      SUSPENDED: 0,
      UNKNOWN_PARTNER: 6,
      UNKNOWN_LINK: 1,
      INVALIDATED: 2,
    });
    expect(read.earnings).toBe("3.800001");
    expect(read.earningPartners).toBe(2);
    // 3,800,001 / 2 millionths, the half cut off.
    expect(read.revenuePerPartner).toBe("1.90");
    expect(read.shareAttributed).toBe(29 / 36);
    expect(read.conversions).toBe(3);
    expect(read.conversionRate).toBe(3 / 20);
    expect(read.topPartners.map(({ clicks, earned }) => [clicks, earned])).toEqual([
      [15, "3.000001"],
      [4, "0.80"],
    ]);
    expect(read.topPartners[0]?.partner.email).toMatch(/^ann-/);
    expect(read.days).toHaveLength(30);
    expect(read.days[0]).toEqual({
      day: "2026-06-01",
      clicks: 5,
      counted: 5,
      earned: "1.000001",
      paid: "0.00",
    });
    expect(read.days[1]).toEqual({ day: "2026-06-02", clicks: 0, counted: 0, earned: "0.00", paid: "0.00" });
    expect(read.days[29]).toEqual({
      day: "2026-06-30",
      clicks: 31,
      counted: 15,
      earned: "2.80",
      paid: "0.00",
    });
  });

  it("names the ten who earned most; equals by clicks", async () => {
    for (let n = 1; n <= 12; n += 1) {
      const id = await partner(`t${n}-${randomUUID()}@example.org`);
      await total(id, { events: n, earned: n > 10 ? 5_000_000n : BigInt(n) * 1_000n });
    }
    const { topPartners, earningPartners } = await stats(7);
    expect(earningPartners).toBe(12);
    expect(topPartners.map(({ clicks }) => clicks)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it("has every day once, oldest first", async () => {
    const { days } = await stats(366);
    expect(days.map(({ day }) => day)).toEqual(
      Array.from({ length: 366 }, (_, n) => addDays("2026-06-30", n - 365)),
    );
  });

  it("holds sums that no float could", async () => {
    await total(await partner(`rich-${randomUUID()}@example.org`), {
      events: 1,
      earned: 9_007_199_254_740_993n,
    });
    await total(await partner(`richer-${randomUUID()}@example.org`), {
      events: 1,
      earned: 9_007_199_254_740_993n,
    });
    expect((await stats(1)).earnings).toBe("18014398509.481986");
  });
});

describe("withdrawals", () => {
  it("sums requests of the period by where they stand, and times the payouts of the period", async () => {
    const id = await partner(`wim-${randomUUID()}@example.org`);
    test.setNow("2026-05-20T00:00:00Z");
    await earn(test, id, "900.00");

    const old = await request(id, "2026-05-31T23:59:59.999Z", "100.00");
    await pay(old, "2026-06-10T23:59:59.999Z");
    await pay(await request(id, "2026-06-01T00:00:00Z", "11.00"), "2026-06-01T10:00:00Z");
    await pay(await request(id, "2026-06-02T00:00:00Z", "12.00"), "2026-06-02T20:00:00Z");
    await request(id, "2026-06-30T11:00:00Z", "13.50");
    const approved = await request(id, "2026-06-29T11:00:00Z", "14.00");
    await approveWithdrawal(test.app, { id: approved, version: 1, adminId: admin.id });
    const rejected = await request(id, "2026-06-28T11:00:00Z", "15.00");
    await rejectWithdrawal(test.app, { id: rejected, version: 1, adminId: admin.id, reason: "not yours" });

    test.setNow("2026-06-30T12:00:00Z");
    const read = await stats(30);
    expect(read.withdrawals).toEqual([
      { status: "REQUESTED", count: 1, sum: "13.50" },
      { status: "APPROVED", count: 1, sum: "14.00" },
      { status: "PAID", count: 2, sum: "23.00" },
      { status: "REJECTED", count: 1, sum: "15.00" },
    ]);
    // Waited 10, 20 and 240 hours: the last was requested before the period and paid in it.
    expect(read.payoutVelocity).toEqual({ medianHours: 20, p90Hours: 196, payouts: 3 });
    expect((await stats(20)).payoutVelocity).toBeNull();
    expect((await stats(21)).payoutVelocity).toEqual({ medianHours: 240, p90Hours: 240, payouts: 1 });
    expect((await stats(31)).withdrawals[2]).toEqual({ status: "PAID", count: 3, sum: "123.00" });

    const paidOn = (days: Stats["days"]) =>
      days.filter(({ paid }) => paid !== "0.00").map(({ day, paid }) => [day, paid]);
    expect(paidOn(read.days)).toEqual([
      ["2026-06-01", "11.00"],
      ["2026-06-02", "12.00"],
      ["2026-06-10", "100.00"],
    ]);
    expect(paidOn((await stats(21)).days)).toEqual([["2026-06-10", "100.00"]]);
    expect(paidOn((await stats(20)).days)).toEqual([]);
  });
});

async function request(partnerId: string, at: string, amount: string): Promise<string> {
  test.setNow(at);
  const { id } = await requestWithdrawal(test.app, partnerId, {
    amount: parseEuros(amount),
    method: "paypal",
    destination: { email: "wim@example.org" },
    idempotencyKey: randomUUID(),
  });
  return id;
}

async function pay(id: string, at: string): Promise<void> {
  test.setNow(at);
  await approveWithdrawal(test.app, { id, version: 1, adminId: admin.id });
  await markWithdrawalPaid(test.app, { id, version: 2, adminId: admin.id, reference: "SEPA 1" });
}
