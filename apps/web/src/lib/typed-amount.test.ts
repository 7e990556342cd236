import { formatEuros, parseEuros } from "@contentflow/domain/money";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFormat } from "./format.ts";
import { LANGUAGES } from "./language.ts";
import { readTyped, toType } from "./typed-amount.ts";

const read = (text: string) => {
  const typed = readTyped(text);
  return "amount" in typed ? formatEuros(typed.amount) : typed.problem;
};

describe("an amount as people type it", () => {
  it.each([
    ["25", "25.00"],
    [" 12,5 ", "12.50"],
    ["12.50", "12.50"],
    ["25,", "25.00"],
    ["25.", "25.00"],
    ["25 €", "25.00"],
    ["€25", "25.00"],
    ["25,40\u00a0€", "25.40"],
    ["1 000,00", "1000.00"],
    ["1\u00a0000,00\u00a0€", "1000.00"],
    ["1\u202f234\u202f567,89", "1234567.89"],
    ["€1,234.50", "1234.50"],
    ["1.234.567,89 €", "1234567.89"],
    ["0", "0.00"],
    ["1000000000", "1000000000.00"],
  ])("%j is %s", (text, amount) => {
    expect(read(text)).toBe(amount);
  });

  it.each([
    ["", "missing"],
    [" € ", "missing"],
    ["-1", "unreadable"],
    ["1e3", "unreadable"],
    ["١٠", "unreadable"],
    ["１０", "unreadable"],
    ["007", "unreadable"],
    [",50", "unreadable"],
    ["12 34", "unreadable"],
    ["1 0000", "unreadable"],
    ["1,23,4", "unreadable"],
    ["1,23.4", "unreadable"],
    ["€25€€", "unreadable"],
    ["25.001", "tooPrecise"],
    ["1,234", "tooPrecise"],
    ["1000000000,01", "tooLarge"],
    ["99999999999999999999", "tooLarge"],
  ])("%j is %s", (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});

const cents = fc.bigInt({ min: 0n, max: 100_000_000_000n });
const canonical = cents.map((n) => `${n / 100n}.${(n % 100n).toString().padStart(2, "0")}`);

it("means to the API what it means here, however it is written", () => {
  fc.assert(
    fc.property(canonical, fc.constantFrom(...LANGUAGES), (amount, language) => {
      const expected = { amount: parseEuros(amount) };
      expect(readTyped(amount)).toEqual(expected);
      expect(readTyped(toType(amount, language))).toEqual(expected);
      expect(readTyped(createFormat(language).money(amount))).toEqual(expected);
    }),
  );
});

it("is refused, or is an amount that the API takes, whatever it is", () => {
  const typing = fc.string({ unit: fc.constantFrom(..."0123456789.,- €\u202f"), maxLength: 14 });
  fc.assert(
    fc.property(typing, (text) => {
      const typed = readTyped(text);
      if ("amount" in typed) expect(parseEuros(formatEuros(typed.amount))).toBe(typed.amount);
    }),
    { numRuns: 500 },
  );
});

it("reads back everything that the API's own rule reads", () => {
  const decimal = fc.stringMatching(/^[0-9.]{1,12}$/);
  fc.assert(
    fc.property(decimal, (text) => {
      let amount: bigint;
      try {
        amount = parseEuros(text);
      } catch {
        return;
      }
      expect(readTyped(text)).toEqual({ amount });
    }),
    { numRuns: 500 },
  );
});
