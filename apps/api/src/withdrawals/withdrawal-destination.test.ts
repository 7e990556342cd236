import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { BANK, done, IBAN, PAYPAL, partnerWith, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe("AC-11 the destination", () => {
  it("is an IBAN in any spelling, kept normalised and sealed, and shown masked", async () => {
    const partner = await partnerWith(test, "20.00");
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

  it("is a copy: a later one with another destination leaves it as it was", async () => {
    const partner = await partnerWith(test, "20.00");
    const sealedOf = async (id: string) =>
      (
        await test.database.sql<{ sealed: Buffer; destination: string }>(
          "select destination_sealed as sealed, destination from withdraw_requests where id = $1",
          [id],
        )
      )[0];
    const { id } = done(await request(partner, "10.00", BANK));
    const before = await sealedOf(id);
    const corrected = { iban: "DE89370400440532013000", holder: "Zoé Durand" };
    expect(
      done(await request(partner, "10.00", { method: "BANK", destination: corrected })).destination,
    ).toBe("DE89 •••• 3000");
    expect(await sealedOf(id)).toEqual(before);
    expect(JSON.parse(test.app.secrets.open("destination", before?.sealed ?? Buffer.alloc(0)))).toEqual(
      BANK.destination,
    );
  });

  it("is a PayPal address, shown masked", async () => {
    const partner = await partnerWith(test, "20.00");
    const given = { method: "PAYPAL", destination: { email: "Maya@Example.org" } };
    expect(done(await request(partner, "20.00", given)).destination).toBe("m•••@example.org");
  });

  it.each([
    ["a wrong checksum", "BANK", { iban: "FR7630006000011234567890188", holder: "Z" }, "iban"],
    [
      "a wrong checksum, in lower case",
      "BANK",
      { iban: "fr76 3000 6000 0112 3456 7890 188", holder: "Z" },
      "iban",
    ],
    ["two digits exchanged", "BANK", { iban: "FR7630006000011234567890198", holder: "Z" }, "iban"],
    ["a digit too few", "BANK", { iban: "FR763000600001123456789018", holder: "Z" }, "iban"],
    ["a digit too many", "BANK", { iban: "FR76300060000112345678901890", holder: "Z" }, "iban"],
    ["a country that has none", "BANK", { iban: "US7630006000011234567890189", holder: "Z" }, "iban"],
    ["check digits 00", "BANK", { iban: "FR0030006000011234567890189", holder: "Z" }, "iban"],
    ["Arabic digits in an IBAN", "BANK", { iban: "FR76300060000112345678901٨٩", holder: "Z" }, "iban"],
    ["a NUL in an IBAN", "BANK", { iban: "FR7630006000011234567890189\u0000", holder: "Z" }, "iban"],
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
    const partner = await partnerWith(test, "20.00");
    const refused = await changesNothing(test, () => request(partner, "20.00", { method, destination }));
    expect(refused).toMatchObject({ code: "INVALID_DESTINATION", details: { field } });
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
