import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { earn, type SignedIn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { balanceOf, differencesIn, done, request } from "../withdrawals/withdrawal.test-kit.ts";
import { lapseEarnings } from "./lapse-earnings.ts";
import { sealAccruals } from "./seal-accruals.ts";
import { warnOfLapse } from "./warn-of-lapse.ts";

let test: TestApp;
let partner: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
});
beforeEach(async () => {
  test.setNow("2026-01-01T12:00:00Z");
  partner = await signedInPartner(test);
});
afterAll(() => test.close());

// A credit of 1 January is withdrawable through 1 April and gone on 2 April.
const LAST_DAY = "2026-04-01T23:59:59Z";
const GONE = "2026-04-02T00:00:00Z";

describe("the daily lapse", () => {
  it("books for everybody what is past the window, once, and changes nobody's balance", async () => {
    const others = await Promise.all([signedInPartner(test), signedInPartner(test)]);
    for (const { id } of [partner, ...others]) await earn(test, id, "4.20");
    test.setNow("2026-02-01T12:00:00Z");
    await earn(test, partner.id, "1.00");

    test.setNow(LAST_DAY);
    expect(await lapseEarnings(test.app)).toBe(0);
    test.setNow(GONE);
    const before = await balanceOf(partner);
    expect(await lapseEarnings(test.app)).toBe(3);
    expect(await lapseEarnings(test.app)).toBe(0);
    expect(await balanceOf(partner)).toEqual(before);
    const rows = await test.database.sql(
      "select kind, amount, booked_on::text from ledger_entries where partner_id = $1 and kind = 'lapse'",
      [partner.id],
    );
    expect(rows).toEqual([{ kind: "lapse", amount: "4200000", booked_on: "2026-04-02" }]);
    expect(await differencesIn(test)).toEqual([]);
  });

  it("does not book twice what a withdrawal at the same moment books", async () => {
    await earn(test, partner.id, "4.20");
    test.setNow("2026-02-01T12:00:00Z");
    await earn(test, partner.id, "50.00");
    test.setNow(GONE);
    const [asked] = await Promise.all([
      request(partner, "10.00"),
      lapseEarnings(test.app),
      lapseEarnings(test.app),
    ]);
    done(asked);
    expect(await balanceOf(partner)).toMatchObject({ available: "40.00", pending: "10.00" });
    expect(await differencesIn(test)).toEqual([]);
  });
});

describe("sealing", () => {
  it("closes the days that are over and leaves today open", async () => {
    await earn(test, partner.id, "1.00");
    test.setNow("2026-01-02T12:00:00Z");
    await earn(test, partner.id, "1.00");
    await sealAccruals(test.app);
    const rows = await test.database.sql(
      "select booked_on::text, sealed from ledger_entries where partner_id = $1 order by id",
      [partner.id],
    );
    expect(rows).toEqual([
      { booked_on: "2026-01-01", sealed: true },
      { booked_on: "2026-01-02", sealed: false },
    ]);
  });

  it("lets late events of a sealed day open a row of their own", async () => {
    await earn(test, partner.id, "1.00");
    test.setNow("2026-01-02T12:00:00Z");
    await sealAccruals(test.app);
    await earn(test, partner.id, "2.00", "2026-01-01");
    expect(await balanceOf(partner)).toMatchObject({ available: "3.00" });
    expect(await differencesIn(test)).toEqual([]);
  });
});

describe("the warning", () => {
  const mails = () => test.mails.filter(({ to }) => to === partner.email);

  it("goes out a week before money lapses, once, naming amount and day", async () => {
    await earn(test, partner.id, "4.20");
    test.setNow("2026-03-25T06:00:00Z");
    await warnOfLapse(test.app);
    expect(mails()).toEqual([]);
    test.setNow("2026-03-26T06:00:00Z");
    expect(await warnOfLapse(test.app)).toBeGreaterThan(0);
    await warnOfLapse(test.app);
    test.setNow("2026-03-27T06:00:00Z");
    await warnOfLapse(test.app);
    await vi.waitFor(() => expect(mails()).toHaveLength(1), 10_000);
    expect(mails()[0]?.subject).toContain("4.20");
  });

  it("is not sent for less than a cent, nor for what has been withdrawn", async () => {
    const poor = await signedInPartner(test);
    await earn(test, poor.id, "0.0099");
    await earn(test, partner.id, "20.00");
    done(await request(partner, "20.00"));
    test.setNow("2026-03-26T06:00:00Z");
    await warnOfLapse(test.app);
    const warned = await test.database.sql(
      "select partner_id from lapse_warnings where partner_id = any ($1)",
      [[poor.id, partner.id]],
    );
    expect(warned).toEqual([]);
  });
});
