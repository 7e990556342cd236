import { parseEuros } from "@contentflow/domain/money";
import { describe, expect, it } from "vitest";
import { corrected, readCorrection } from "./correction.ts";

describe("the amount of a correction", () => {
  it.each(["12.50", " 12,50 ", "12.5", "12,50 €"])("is read as people write it: %j", (text) => {
    expect(readCorrection(text)).toEqual({ amount: 12_500_000n });
  });

  it.each([
    ["", "missing"],
    ["0", "unreadable"],
    ["-5", "unreadable"],
    ["1.234", "tooPrecise"],
    ["twelve", "unreadable"],
    ["100 000,01", "tooMuch"],
    ["99999999999", "tooMuch"],
  ])("%j is %s", (text, problem) => {
    expect(readCorrection(text)).toEqual({ problem });
  });
});

describe("what a correction will do", () => {
  it.each([
    ["BONUS", { available: "40.00", debt: "0.00" }, "5", { available: "45.00", debt: "0.00" }],
    ["BONUS", { available: "0.00", debt: "3.50" }, "5", { available: "1.50", debt: "0.00" }],
    ["CLAWBACK", { available: "40.00", debt: "0.00" }, "5", { available: "35.00", debt: "0.00" }],
    ["CLAWBACK", { available: "3.00", debt: "1.00" }, "5", { available: "0.00", debt: "3.00" }],
  ] as const)("%s on %o of %s", (kind, before, amount, after) => {
    expect(corrected(before, kind, parseEuros(amount))).toEqual(after);
  });
});
