import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { earn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approve, balanceOf, differencesIn, done, pay, reject, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe("a withdrawal, from request to payment", () => {
  it("moves the money from available to pending to paid, and writes to the partner at each step", async () => {
    const partner = await signedInPartner(test);
    const admin = await signedInAdmin(test);
    await earn(test, partner.id, "25.50");

    const requested = done(await request(partner, "20.00"));
    expect(requested).toMatchObject({ amount: "20.00", method: "PAYPAL", status: "REQUESTED", version: 1 });
    expect(await balanceOf(partner)).toMatchObject({ available: "5.50", pending: "20.00", paid: "0.00" });

    const approved = done(await approve(admin, requested));
    expect(approved).toMatchObject({ status: "APPROVED", version: 2, paidAt: null });
    expect(await balanceOf(partner)).toMatchObject({ available: "5.50", pending: "20.00", paid: "0.00" });

    const paid = done(await pay(admin, approved, "SEPA-2026-11"));
    expect(paid).toMatchObject({ status: "PAID", version: 3, reference: "SEPA-2026-11" });
    expect(paid.events).toMatchObject([
      { fromStatus: null, toStatus: "REQUESTED", byRole: "PARTNER", note: null },
      { fromStatus: "REQUESTED", toStatus: "APPROVED", byRole: "ADMIN", note: null },
      { fromStatus: "APPROVED", toStatus: "PAID", byRole: "ADMIN", note: "SEPA-2026-11" },
    ]);
    expect(await balanceOf(partner)).toMatchObject({
      available: "5.50",
      pending: "0.00",
      paid: "20.00",
      earned: "25.50",
    });

    await vi.waitFor(
      () => expect(test.mails.filter(({ to }) => to === partner.email)).toHaveLength(3),
      10_000,
    );
    expect(await differencesIn(test)).toEqual([]);
  });

  it("AC-08 returns the money of a rejected one, once", async () => {
    const partner = await signedInPartner(test);
    const admin = await signedInAdmin(test);
    await earn(test, partner.id, "30.00");
    const requested = done(await request(partner, "30.00"));
    const rejected = done(await reject(admin, requested, "Name and account do not match"));
    expect(rejected).toMatchObject({
      status: "REJECTED",
      version: 2,
      reason: "Name and account do not match",
    });
    expect(await balanceOf(partner)).toMatchObject({ available: "30.00", pending: "0.00" });

    expect(await reject(admin, requested)).toMatchObject({
      code: "CONFLICT",
      details: { expected: 1, actual: 2 },
    });
    expect(await reject(admin, rejected)).toMatchObject({
      code: "INVALID_TRANSITION",
      details: { from: "rejected", to: "rejected" },
    });
    const again = await Promise.all(Array.from({ length: 10 }, () => reject(admin, requested)));
    expect(again.map(({ code }) => code)).toEqual(Array(10).fill("CONFLICT"));
    expect(await balanceOf(partner)).toMatchObject({ available: "30.00", pending: "0.00" });
    expect(await differencesIn(test)).toEqual([]);
  });
});
