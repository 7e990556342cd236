import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf, daysBetween, isDay } from "./day.ts";

const anyDay = fc
  .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map(dayOf);

describe("days", () => {
  it("are UTC: the last millisecond still belongs to the day", () => {
    expect(dayOf(new Date("2026-03-28T23:59:59.999Z"))).toBe("2026-03-28");
    expect(dayOf(new Date("2026-03-29T00:00:00.000Z"))).toBe("2026-03-29");
    expect(dayOf(new Date("2026-03-29T00:30:00+02:00"))).toBe("2026-03-28");
  });

  it("cross leap days, years and summer time", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2028-01-01", "2029-01-01")).toBe(366);
    expect(daysBetween("2026-01-02", "2026-01-01")).toBe(-1);
  });

  it("add and count consistently, and sort as text", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, n) => {
        const other = addDays(day, n);
        expect(isDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(n);
        expect(other > day).toBe(n > 0);
      }),
    );
  });

  it.each([
    "2026-02-30",
    "2027-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "20260101",
    " 2026-01-01",
    "",
    null,
    5,
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("refuse what is no day, an invalid date, or a year past 9999, rather than answer NaN", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
    expect(() => daysBetween("2026-01-01", "soon")).toThrow(RangeError);
    expect(() => dayOf(new Date("nonsense"))).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  });
});
