import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import {
  BANK,
  balanceOf,
  differencesIn,
  done,
  PAYPAL,
  partnerWith,
  reject,
  request,
} from "./withdrawal.test-kit.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe("AC-01 the amount", () => {
  it("may be the minimum, but not a cent less", async () => {
    const partner = await partnerWith(test, "25.00");
    expect(await changesNothing(test, () => request(partner, "9.99"))).toMatchObject({
      code: "BELOW_MINIMUM",
      details: { minimum: "10.00", asked: "9.99" },
    });
    expect(done(await request(partner, "10.00")).amount).toBe("10.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "15.00", pending: "10.00" });
  });

  it("may be the whole balance, rounded down to the cent, but not a cent more", async () => {
    const partner = await partnerWith(test, "25.009999");
    expect(await changesNothing(test, () => request(partner, "25.01"))).toMatchObject({
      code: "INSUFFICIENT_BALANCE",
      details: { available: "25.00", asked: "25.01" },
    });
    expect(done(await request(partner, "25.00")).amount).toBe("25.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", pending: "25.00" });
    expect(await differencesIn(test)).toEqual([]);
  });

  it.each([
    ["9.99", "9.99", "BELOW_MINIMUM", { minimum: "10.00", asked: "9.99" }],
    ["9.99", "10.00", "INSUFFICIENT_BALANCE", { available: "9.99", asked: "10.00" }],
    ["10.00", "10.01", "INSUFFICIENT_BALANCE", { available: "10.00", asked: "10.01" }],
    ["10.00", "0.01", "BELOW_MINIMUM", { minimum: "10.00", asked: "0.01" }],
    ["9.999999", "10", "INSUFFICIENT_BALANCE", { available: "9.99", asked: "10.00" }],
    ["25.00", "1000000000.00", "INSUFFICIENT_BALANCE", { available: "25.00", asked: "1000000000.00" }],
  ])("with %s available cannot be %s: %s", async (available, amount, code, details) => {
    const partner = await partnerWith(test, available);
    expect(await changesNothing(test, () => request(partner, amount))).toMatchObject({ code, details });
  });

  it("follows the minimum that the program sets", async () => {
    const dear = await createTestApp({ PAYOUT_MIN_EUR: "25.5" });
    try {
      const partner = await signedInPartner(dear);
      await earn(dear, partner.id, "30.00");
      expect(await changesNothing(dear, () => request(partner, "25.49"))).toMatchObject({
        code: "BELOW_MINIMUM",
        details: { minimum: "25.50", asked: "25.49" },
      });
      expect(done(await request(partner, "25.5")).amount).toBe("25.50");
    } finally {
      await dear.close();
    }
  });
});

describe("AC-02 an amount that is none", () => {
  let partner: SignedIn;
  beforeAll(async () => {
    partner = await partnerWith(test, "25.00");
  });

  it.each([
    "0",
    "0.00",
    "-0",
    "-1",
    "-10.00",
    "+10",
    "1e3",
    "1E1",
    "10e0",
    "10.001",
    "10.000",
    "10.0000",
    "10.",
    ".10",
    "010",
    "00010.00",
    "１０",
    "١٠",
    "१०",
    "𝟏𝟎",
    "1٫5",
    "¹⁰",
    "Ⅹ",
    " 10",
    "10 ",
    "\t10",
    "10\n",
    "\u00a010",
    "10\u00a0",
    "1\u202f000",
    "\ufeff10",
    "1\u200b0",
    "10\u0000",
    "",
    "0x10",
    "0b1010",
    "0o12",
    "1_000",
    "1,000.00",
    "10,00",
    "10.00.00",
    "10 €",
    "€10",
    "10n",
    "NaN",
    "Infinity",
    "null",
    "99999999999999",
    "1000000000.01",
    "9".repeat(10_000),
    10,
    10.5,
    -1,
    1e3,
    true,
    ["10"],
    { amount: "10" },
    null,
  ])("is refused, and nothing changes: %j", async (amount) => {
    const { code } = await changesNothing(test, () => request(partner, amount));
    expect(code).toBe("BAD_USER_INPUT");
  });

  it.each(['"10.001"', "10", "10.00", "1e1", "TEN", "null", '["10"]'])(
    "is refused where it stands in the query itself: %s",
    async (literal) => {
      const { data, code } = await changesNothing(test, () =>
        partner.client.graphql(
          `mutation { requestWithdrawal(input: { amount: ${literal}, method: PAYPAL,
            destination: { email: "a@example.org" }, idempotencyKey: "k" }) { id } }`,
        ),
      );
      expect(data).toBeNull();
      expect(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]).toContain(code);
    },
  );
});

describe("AC-03 the idempotency key", () => {
  it("gives the same withdrawal for the same content, also in 20 parallel requests", async () => {
    const partner = await partnerWith(test, "100.00");
    const key = { idempotencyKey: "one wish", ...BANK };
    const all = await Promise.all(Array.from({ length: 20 }, () => request(partner, "20.00", key)));
    const ids = new Set(all.map((outcome) => done(outcome).id));
    expect(ids.size).toBe(1);
    const retyped = {
      method: "BANK",
      destination: { iban: "fr76 3000 6000 0112 3456 7890 189", holder: " Zoé Martin " },
    };
    expect(ids).toContain(done(await request(partner, "20.00", { ...key, ...retyped })).id);
    expect(await balanceOf(partner)).toMatchObject({ available: "80.00", pending: "20.00" });
  });

  it.each([
    ["amount", "20.01", PAYPAL],
    ["destination", "20.00", { method: "PAYPAL", destination: { email: "other@example.org" } }],
    ["method", "20.00", BANK],
  ])("is refused with another %s", async (_what, amount, content) => {
    const partner = await partnerWith(test, "100.00");
    done(await request(partner, "20.00", { ...PAYPAL, idempotencyKey: "k" }));
    const again = await changesNothing(test, () =>
      request(partner, amount, { ...content, idempotencyKey: "k" }),
    );
    expect(again).toMatchObject({ code: "IDEMPOTENCY_CONFLICT", details: { idempotencyKey: "k" } });
    expect(await balanceOf(partner)).toMatchObject({ available: "80.00", pending: "20.00" });
  });

  it("belongs to one partner: another's same key is another request", async () => {
    const [one, other] = [await partnerWith(test, "20.00"), await partnerWith(test, "20.00")];
    const first = done(await request(one, "20.00", { idempotencyKey: "same" }));
    const second = done(await request(other, "20.00", { idempotencyKey: "same" }));
    expect(second.id).not.toBe(first.id);
    expect(await balanceOf(one)).toMatchObject({ available: "0.00", pending: "20.00" });
    expect(await balanceOf(other)).toMatchObject({ available: "0.00", pending: "20.00" });
  });

  it("still means the same withdrawal when nothing is left, and once it was decided", async () => {
    const admin = await signedInAdmin(test);
    const partner = await partnerWith(test, "20.00");
    const ask = () => request(partner, "20.0", { idempotencyKey: "once" });
    const { id, version } = done(await ask());
    expect(done(await changesNothing(test, ask)).id).toBe(id);
    done(await reject(admin, { id, version }));
    expect(done(await changesNothing(test, ask))).toMatchObject({ id, status: "REJECTED" });
    expect(await balanceOf(partner)).toMatchObject({ available: "20.00", pending: "0.00" });
  });

  it.each(["", "   ", "a\u0000b", "a\nb", "x".repeat(201)])(
    "must be 1 to 200 printable characters: not %j",
    async (key) => {
      const partner = await partnerWith(test, "20.00");
      expect(await request(partner, "20.00", { idempotencyKey: key })).toMatchObject({
        code: "BAD_USER_INPUT",
        details: { field: "idempotencyKey" },
      });
    },
  );
});
