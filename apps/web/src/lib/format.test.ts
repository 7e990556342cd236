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
  // In the reader's time zone: the 2nd of March 2026 is a Monday.
  const mondayMorning = new Date(2026, 2, 2, 9);
  const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).toISOString();

  it.each([
    [at(2, 9), "now", "maintenant"],
    [at(2, 8, 59), "1 minute ago", "il y a 1 minute"],
    [at(2, 6), "3 hours ago", "il y a 3 heures"],
    [at(2, 0, 30), "8 hours ago", "il y a 8 heures"],
    [at(1, 22), "11 hours ago", "il y a 11 heures"],
    [at(1, 20), "yesterday", "hier"],
    [at(1, 1), "yesterday", "hier"],
    // Saturday noon is less than two times 24 hours ago, and is not yesterday.
    [at(0, 12), "2 days ago", "avant-hier"],
    [at(-4, 23), "6 days ago", "il y a 6 jours"],
  ])("on a Monday morning, %s is %s, %s", (instant, english, french) => {
    expect(en.relative(instant, mondayMorning)).toBe(english);
    expect(fr.relative(instant, mondayMorning)).toBe(french);
  });

  it.each([
    [at(2, 9, 10), "in 10 minutes"],
    [at(2, 23), "in 14 hours"],
    [at(3, 8), "tomorrow"],
    [at(4, 8), "in 2 days"],
  ])("and %s is %s", (instant, text) => {
    expect(en.relative(instant, mondayMorning)).toBe(text);
  });
});

describe("an estimate", () => {
  it.each([
    ["866.00", "€866", "866 €"],
    ["1730.00", "€1,730", "1 730 €"],
    ["0.75", "€0.75", "0,75 €"],
  ])("of %s reads %s", (amount, english, french) => {
    expect(en.roundMoney(amount)).toBe(english);
    expect(fr.roundMoney(amount).replace(/\s/g, " ")).toBe(french);
  });
});
