import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approve, balanceOf, differencesIn, done, pay, request } from "../withdrawals/withdrawal.test-kit.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

const CORRECT = `mutation ($input: CorrectBalanceInput!) { correctBalance(input: $input) {
  id balance { available debt earned }
  ledger(first: 2) { edges { node { kind debitAccount creditAccount amount reason byEmail } } } } }`;

interface Corrected {
  readonly correctBalance: {
    readonly id: string;
    readonly balance: { available: string; debt: string; earned: string };
    readonly ledger: { edges: { node: Record<string, string | null> }[] };
  };
}

function correct(
  { id: partnerId }: Pick<SignedIn, "id">,
  kind: "BONUS" | "CLAWBACK",
  amount: string,
  more: Record<string, unknown> = {},
  by = admin,
) {
  const input = { partnerId, kind, amount, reason: "A contest", idempotencyKey: randomUUID(), ...more };
  return by.client.graphql<Corrected>(CORRECT, { input });
}

async function corrected(...args: Parameters<typeof correct>) {
  const { data, errors } = await correct(...args);
  if (!data) throw new Error(JSON.stringify(errors));
  return { ...data.correctBalance, entries: data.correctBalance.ledger.edges.map(({ node }) => node) };
}

async function entriesOf({ id }: SignedIn): Promise<number> {
  const [row] = await test.database.sql<{ n: number }>(
    "select count(*)::int as n from ledger_entries where partner_id = $1",
    [id],
  );
  return row?.n ?? -1;
}

describe("a bonus", () => {
  it("is available at once, and says who gave it and why", async () => {
    const partner = await signedInPartner(test);
    const { balance, entries } = await corrected(partner, "BONUS", "12.34");
    expect(balance).toEqual({ available: "12.34", debt: "0.00", earned: "12.34" });
    expect(entries).toEqual([
      {
        kind: "BONUS",
        debitAccount: "PROGRAM",
        creditAccount: "AVAILABLE",
        amount: "12.34",
        reason: "A contest",
        byEmail: admin.email,
      },
    ]);
    expect(await differencesIn(test)).toEqual([]);
  });

  it("repays debt first", async () => {
    const partner = await signedInPartner(test);
    await corrected(partner, "CLAWBACK", "30.00");
    expect((await corrected(partner, "BONUS", "10.00")).balance).toMatchObject({
      available: "0.00",
      debt: "20.00",
    });
    const { balance, entries } = await corrected(partner, "BONUS", "25.00");
    expect(balance).toMatchObject({ available: "5.00", debt: "0.00" });
    expect(entries.map(({ creditAccount, amount }) => [creditAccount, amount])).toEqual([
      ["AVAILABLE", "5.00"],
      ["DEBT", "20.00"],
    ]);
    expect(await differencesIn(test)).toEqual([]);
  });
});

describe("a clawback", () => {
  it("takes what is available first; what is missing becomes debt, which later clicks repay", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "50.00");
    done(await pay(admin, done(await approve(admin, done(await request(partner, "40.00"))))));
    const { balance, entries } = await corrected(partner, "CLAWBACK", "25.00");
    expect(balance).toEqual({ available: "0.00", debt: "15.00", earned: "25.00" });
    expect(entries.map(({ debitAccount, amount, byEmail }) => [debitAccount, amount, byEmail])).toEqual([
      ["DEBT", "15.00", admin.email],
      ["AVAILABLE", "10.00", admin.email],
    ]);
    await earn(test, partner.id, "20.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "5.00", debt: "0.00", earned: "45.00" });
    expect(await differencesIn(test)).toEqual([]);
  });

  it("leaves what is reserved for a withdrawal alone", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "30.00");
    done(await request(partner, "20.00"));
    await corrected(partner, "CLAWBACK", "15.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", pending: "20.00", debt: "5.00" });
  });

  it("may take more than was ever earned; nobody has earned less than nothing", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "1.00");
    const { balance } = await corrected(partner, "CLAWBACK", "50.00");
    expect(balance).toEqual({ available: "0.00", debt: "49.00", earned: "0.00" });
    expect(await differencesIn(test)).toEqual([]);
  });

  it("is not taken out of money that has lapsed", async () => {
    const partner = await signedInPartner(test);
    test.setNow("2026-01-01T12:00:00Z");
    await earn(test, partner.id, "40.00");
    test.setNow("2026-04-15T12:00:00Z");
    await earn(test, partner.id, "10.00");
    const { balance } = await corrected(partner, "CLAWBACK", "25.00");
    test.setNow(new Date());
    expect(balance).toMatchObject({ available: "0.00", debt: "15.00" });
    const lapsed = "select amount from ledger_entries where partner_id = $1 and kind = 'lapse'";
    expect(await test.database.sql(lapsed, [partner.id])).toEqual([{ amount: "40000000" }]);
    expect(await differencesIn(test)).toEqual([]);
  });
});

describe("the same correction, sent again", () => {
  it("happens once, also when it is sent twenty times at once", async () => {
    const partner = await signedInPartner(test);
    const key = { idempotencyKey: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => corrected(partner, "BONUS", "10.00", key)),
    );
    for (const { balance } of answers) expect(balance.available).toBe("10.00");
    expect(await entriesOf(partner)).toBe(1);
  });

  it("is a conflict with another content, and independent for another partner", async () => {
    const partner = await signedInPartner(test);
    const colleague = await signedInAdmin(test);
    const key = { idempotencyKey: randomUUID() };
    await corrected(partner, "BONUS", "10.00", key);
    const others = [
      correct(partner, "BONUS", "10.01", key),
      correct(partner, "CLAWBACK", "10.00", key),
      correct(partner, "BONUS", "10.00", { ...key, reason: "Another" }),
      correct(partner, "BONUS", "10.00", key, colleague),
    ];
    for (const { code } of await Promise.all(others)) expect(code).toBe("IDEMPOTENCY_CONFLICT");
    expect(await entriesOf(partner)).toBe(1);
    expect((await corrected(await signedInPartner(test), "BONUS", "10.00", key)).balance.available).toBe(
      "10.00",
    );
  });
});

describe("a correction is refused", () => {
  it.each([
    ["100000.01", {}, "amount"],
    ["0", {}, "amount"],
    ["-5.00", {}, "amount"],
    ["1.001", {}, "amount"],
    ["1.00", { reason: " " }, "reason"],
    ["1.00", { reason: "x".repeat(501) }, "reason"],
    ["1.00", { idempotencyKey: "" }, "idempotencyKey"],
    ["1.00", { idempotencyKey: "x".repeat(201) }, "idempotencyKey"],
  ])("of %s € with %j, naming the field", async (amount, more, field) => {
    const partner = await signedInPartner(test);
    const { code, errors } = await correct(partner, "BONUS", amount, more);
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.details).toMatchObject({ field });
    expect(await entriesOf(partner)).toBe(0);
  });

  it("of nobody we know", async () => {
    for (const id of [randomUUID(), admin.id, "nobody"]) {
      expect((await correct({ id }, "BONUS", "1.00")).code).toBe("NOT_FOUND");
    }
  });

  it("but not of the largest amount there may be", async () => {
    const { balance } = await corrected(await signedInPartner(test), "BONUS", "100000.00");
    expect(balance.available).toBe("100000.00");
  });
});

it("tells the partner by mail, with the reason and what is owed", async () => {
  const partner = await signedInPartner(test);
  const received = async (count: number) => {
    await vi.waitFor(() => expect(test.mails.filter(({ to }) => to === partner.email)).toHaveLength(count), {
      timeout: 10_000,
    });
    return test.mails.findLast(({ to }) => to === partner.email);
  };
  await corrected(partner, "BONUS", "10.00");
  expect(await received(1)).toMatchObject({
    subject: "You have received a bonus of €10.00",
    text: expect.stringContaining("> A contest"),
  });
  await corrected(partner, "CLAWBACK", "12.50", { reason: "Paid twice" });
  const mail = await received(2);
  expect(mail?.subject).toBe("We have taken €12.50 back from your balance");
  expect(mail?.text.replaceAll(/\s+/g, " ")).toContain("so you now owe €2.50");
});

describe("the database refuses", () => {
  let asApp: Client;
  beforeAll(async () => {
    asApp = new Client(test.app.database.connection);
    await asApp.connect();
  });
  afterAll(() => asApp.end());

  const entry = `insert into ledger_entries
    (partner_id, kind, debit_account, credit_account, amount, booked_on, reason, admin_id, correction_id)`;
  const correction = `insert into balance_corrections
    (id, partner_id, admin_id, kind, amount, reason, idempotency_key, corrected_at)`;

  it("a bonus that nobody signed for", async () => {
    const { id } = await signedInPartner(test);
    const values = "values ($1, 'bonus', 'program', 'available', 10000, current_date, $2, $3, null)";
    for (const [reason, adminId] of [
      ["x", null],
      [null, admin.id],
      [null, null],
    ]) {
      const unsigned = asApp.query(`${entry} ${values}`, [id, reason, adminId]);
      await expect(unsigned).rejects.toMatchObject({ code: "23514" });
    }
  });

  it("a correction that was not booked, or booked otherwise", async () => {
    const { id } = await signedInPartner(test);
    const correctionId = randomUUID();
    const insert = () =>
      asApp.query(`${correction} values ($1, $2, $3, 'bonus', 20000, 'x', $4, now())`, [
        correctionId,
        id,
        admin.id,
        randomUUID(),
      ]);
    await expect(insert()).rejects.toMatchObject({ code: "23001" });
    for (const [amount, reason] of [
      [10_000, "x"],
      [30_000, "x"],
      [20_000, "y"],
    ]) {
      await asApp.query("begin");
      await insert();
      await asApp.query(
        `${entry} values ($1, 'bonus', 'program', 'available', $2, current_date, $3, $4, $5)`,
        [id, amount, reason, admin.id, correctionId],
      );
      await expect(asApp.query("commit")).rejects.toMatchObject({ code: "23001" });
    }
  });
});
