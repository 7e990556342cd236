import { expect, it } from "vitest";
import { outlook } from "./outlook.ts";

const STANDING = { available: "7.90", debt: "0.00", minimumWithdrawal: "10.00", epc: "0.20" };
const days = (...earned: string[]) =>
  earned.map((amount, index) => ({ day: `2026-03-0${index + 1}`, clicks: 1, earned: amount }));

it("says what is missing, in euros, clicks and days", () => {
  expect(outlook(STANDING, days("0.50", "0.30"))).toEqual({
    missing: "2.10",
    share: 79,
    clicks: 11,
    days: 6,
  });
});

it("has nothing to say once the minimum is there", () => {
  expect(outlook({ ...STANDING, available: "10.00" }, [])).toBeNull();
  expect(outlook({ ...STANDING, available: "0.01", minimumWithdrawal: "0.00" }, [])).toBeNull();
});

it("waits for a first cent where there is no minimum", () => {
  expect(outlook({ ...STANDING, available: "0.00", minimumWithdrawal: "0.00" }, [])?.missing).toBe("0.01");
});

it("counts a debt in, which new earnings repay first", () => {
  expect(outlook({ ...STANDING, available: "0.00", debt: "3.00" }, [])?.missing).toBe("13.00");
});

it("promises no day without a pace, nor one beyond a year", () => {
  expect(outlook(STANDING, days("0.00", "0.00"))?.days).toBeNull();
  expect(outlook(STANDING, days("0.01", "0.00"))?.days).toBeNull();
  expect(outlook({ ...STANDING, epc: "0.00" }, [])?.clicks).toBeNull();
});
