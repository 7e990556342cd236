import { describe, expect, it } from "vitest";
import { createFormat } from "./format.ts";

const en = createFormat("en");
const fr = createFormat("fr");

describe("amounts", () => {
  it.each([
    ["0.00", "€0.00"],
    ["12.30", "€12.30"],
    ["0.0035", "€0.0035"],
    ["-1.00", "-€1.00"],
    // More digits than a float can hold.
    ["9007199254740993.123456", "€9,007,199,254,740,993.123456"],
  ])("%s reads %s in English", (amount, text) => {
    expect(en.money(amount)).toBe(text);
  });

  it("read the French way in French", () => {
    expect(fr.money("1234.50").replace(/\s/g, " ")).toBe("1 234,50 €");
  });

  it("that are no amounts stay as they are", () => {
    expect(en.money("1e3")).toBe("1e3");
  });
});

describe("days", () => {
  it.each([
    ["2026-12-01", "1er décembre 2026"],
    ["2026-12-11", "11 décembre 2026"],
    ["2026-12-21", "21 décembre 2026"],
  ])("%s reads %s in French", (day, text) => {
    expect(fr.day(day)).toBe(text);
  });

  it("are the UTC day, whatever the time zone of the reader", () => {
    expect(en.day("2026-03-03")).toBe("3 March 2026");
    expect(fr.day("2026-03-03")).toBe("3 mars 2026");
  });
});

describe("how long ago", () => {
  const now = new Date("2026-03-03T12:00:00Z");

  it.each([
    ["2026-03-03T12:00:00Z", "now"],
    ["2026-03-03T11:59:00Z", "1 minute ago"],
    ["2026-03-03T09:00:00Z", "3 hours ago"],
    ["2026-03-02T11:00:00Z", "yesterday"],
  ])("%s is %s", (instant, text) => {
    expect(en.relative(instant, now)).toBe(text);
  });
});
