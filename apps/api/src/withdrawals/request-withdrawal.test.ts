import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { BANK, balanceOf, differencesIn, done, IBAN, PAYPAL, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

async function partnerWith(euros: string) {
  const partner = await signedInPartner(test);
  await earn(test, partner.id, euros);
  return partner;
}

async function countRequests(): Promise<number> {
  const [row] = await test.database.sql<{ n: number }>("select count(*)::int as n from withdraw_requests");
  return row?.n ?? -1;
}

describe("the amount", () => {
  it("may be the minimum, but not a cent less", async () => {
    const partner = await partnerWith("25.00");
    expect(await request(partner, "9.99")).toMatchObject({
      code: "BELOW_MINIMUM",
      details: { minimum: "10.00", asked: "9.99" },
    });
    expect(done(await request(partner, "10.00")).amount).toBe("10.00");
  });

  it("may be the whole balance, rounded down to the cent, but not a cent more", async () => {
    const partner = await partnerWith("25.009999");
    expect(await request(partner, "25.01")).toMatchObject({
      code: "INSUFFICIENT_BALANCE",
      details: { available: "25.00", asked: "25.01" },
    });
    expect(done(await request(partner, "25.00")).amount).toBe("25.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", pending: "25.00" });
    expect(await differencesIn(test)).toEqual([]);
  });

  it.each([
    "0",
    "-1",
    "1e3",
    "10.001",
    "１０",
    " 10",
    "10 ",
    "",
    "+10",
    "0x10",
    "10,00",
    "99999999999999",
    10,
    null,
  ])("must be a plain positive decimal with at most two decimals: not %j", async (amount) => {
    const partner = await partnerWith("25.00");
    const before = await countRequests();
    expect((await request(partner, amount)).code).toBe("BAD_USER_INPUT");
    expect(await countRequests()).toBe(before);
    expect(await balanceOf(partner)).toMatchObject({ available: "25.00", pending: "0.00" });
  });

  it("is whole cents even where a thousandth was written into the query itself", async () => {
    const partner = await partnerWith("25.00");
    const { code } = await partner.client.graphql(
      `mutation { requestWithdrawal(input: { amount: "10.001", method: PAYPAL,
        destination: { email: "a@example.org" }, idempotencyKey: "k" }) { id } }`,
    );
    expect(code).toBe("BAD_USER_INPUT");
  });
});

describe("the idempotency key", () => {
  it("gives the same withdrawal for the same content, also in 20 parallel requests", async () => {
    const partner = await partnerWith("100.00");
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
    const partner = await partnerWith("100.00");
    done(await request(partner, "20.00", { ...PAYPAL, idempotencyKey: "k" }));
    const again = await request(partner, amount, { ...content, idempotencyKey: "k" });
    expect(again).toMatchObject({ code: "IDEMPOTENCY_CONFLICT", details: { idempotencyKey: "k" } });
    expect(await balanceOf(partner)).toMatchObject({ available: "80.00", pending: "20.00" });
  });

  it("belongs to one partner: another's same key is another request", async () => {
    const [one, other] = [await partnerWith("20.00"), await partnerWith("20.00")];
    const first = done(await request(one, "20.00", { idempotencyKey: "same" }));
    const second = done(await request(other, "20.00", { idempotencyKey: "same" }));
    expect(second.id).not.toBe(first.id);
  });

  it.each(["", "   ", "a\u0000b", "a\nb", "x".repeat(201)])(
    "must be 1 to 200 printable characters: not %j",
    async (key) => {
      const partner = await partnerWith("20.00");
      expect(await request(partner, "20.00", { idempotencyKey: key })).toMatchObject({
        code: "BAD_USER_INPUT",
        details: { field: "idempotencyKey" },
      });
    },
  );
});

describe("the destination", () => {
  it("is an IBAN in any spelling, kept normalised and sealed, and shown masked", async () => {
    const partner = await partnerWith("20.00");
    const spelt = {
      method: "BANK",
      destination: { iban: "fr76 3000 6000 0112 3456 7890 189", holder: "Zoé Martin" },
    };
    const { id, destination } = done(await request(partner, "20.00", spelt));
    expect(destination).toBe("FR76 •••• 0189");
    const [row] = await test.database.sql<{ destination_sealed: Buffer; row: string }>(
      "select destination_sealed, w::text as row from withdraw_requests w where id = $1",
      [id],
    );
    expect(
      JSON.parse(test.app.secrets.open("destination", row?.destination_sealed ?? Buffer.alloc(0))),
    ).toEqual({
      iban: IBAN,
      holder: "Zoé Martin",
    });
    expect(row?.row).not.toContain(IBAN);
  });

  it("is a PayPal address, shown masked", async () => {
    const partner = await partnerWith("20.00");
    const given = { method: "PAYPAL", destination: { email: "Maya@Example.org" } };
    expect(done(await request(partner, "20.00", given)).destination).toBe("m•••@example.org");
  });

  it.each([
    ["a wrong checksum", "BANK", { iban: "FR7630006000011234567890188", holder: "Z" }, "iban"],
    ["a missing IBAN", "BANK", { holder: "Z" }, "iban"],
    [
      "letters that only look like an IBAN's",
      "BANK",
      { iban: "ＦR7630006000011234567890189", holder: "Z" },
      "iban",
    ],
    ["signs inside an IBAN", "BANK", { iban: "FR76!30006000011234567890189", holder: "Z" }, "iban"],
    ["a missing holder", "BANK", { iban: IBAN }, "holder"],
    ["a holder of spaces", "BANK", { iban: IBAN, holder: "  " }, "holder"],
    ["markup for a holder", "BANK", { iban: IBAN, holder: "<img onerror=alert(1)>" }, "holder"],
    ["a line break in the holder", "BANK", { iban: IBAN, holder: "Z\nM" }, "holder"],
    ["an e-mail address for a bank", "BANK", { iban: IBAN, holder: "Z", email: "a@example.org" }, "email"],
    ["a missing address", "PAYPAL", {}, "email"],
    ["two addresses", "PAYPAL", { email: "a@example.org,b@example.org" }, "email"],
    ["a header in the address", "PAYPAL", { email: "a@example.org\r\nBcc: b@example.org" }, "email"],
    ["an IBAN for PayPal", "PAYPAL", { email: "a@example.org", iban: IBAN }, "iban"],
  ])("is refused for %s, naming the field", async (_what, method, destination, field) => {
    const partner = await partnerWith("20.00");
    const refused = await request(partner, "20.00", { method, destination });
    expect(refused).toMatchObject({ code: "INVALID_DESTINATION", details: { field } });
    expect(await balanceOf(partner)).toMatchObject({ available: "20.00" });
  });

  it("is of a method on offer", async () => {
    const strict = await createTestApp({ PAYOUT_METHODS: "bank" });
    try {
      const partner = await signedInPartner(strict);
      await earn(strict, partner.id, "20.00");
      expect(await request(partner, "20.00", PAYPAL)).toMatchObject({
        code: "METHOD_NOT_ALLOWED",
        details: { method: "paypal", allowed: ["bank"] },
      });
    } finally {
      await strict.close();
    }
  });
});
