import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  floorToCent,
  formatEuros,
  isWholeCents,
  MICROS_PER_CENT,
  MICROS_PER_EURO,
  max,
  microEuros,
  min,
  multiply,
  parseEuros,
  parseRate,
  subtract,
  sum,
  ZERO,
} from "./money.ts";

const anyAmount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(microEuros);

/** Any code point, lone surrogates included. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((n) => String.fromCodePoint(n));

describe("arithmetic", () => {
  it("adds, subtracts, compares and multiplies exactly, beyond what a float holds", () => {
    const big = microEuros(9_007_199_254_740_993n);
    expect(add(big, microEuros(1n))).toBe(9_007_199_254_740_994n);
    expect(subtract(ZERO, big)).toBe(-9_007_199_254_740_993n);
    expect(sum([big, big, microEuros(-1n)])).toBe(18_014_398_509_481_985n);
    expect(sum([])).toBe(0n);
    expect(min(ZERO, big)).toBe(ZERO);
    expect(max(ZERO, big)).toBe(big);
    expect(multiply(microEuros(3_500n), 1_000)).toBe(3_500_000n);
    expect(multiply(microEuros(3_500n), 1_000n)).toBe(3_500_000n);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses to multiply by %s", (count) => {
    expect(() => multiply(microEuros(1n), count)).toThrow(RangeError);
  });

  it("refuses what a driver may hand out in place of a bigint", () => {
    expect(() => Reflect.apply(microEuros, undefined, ["100"])).toThrow(TypeError);
    expect(() => Reflect.apply(microEuros, undefined, [100])).toThrow(TypeError);
  });

  it("rounds down to the cent, never up, negative amounts included", () => {
    expect(floorToCent(microEuros(19_999n))).toBe(10_000n);
    expect(floorToCent(microEuros(-1n))).toBe(-10_000n);
    expect(floorToCent(microEuros(-10_000n))).toBe(-10_000n);
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const floored = floorToCent(amount);
        expect(isWholeCents(floored)).toBe(true);
        expect(floored <= amount && amount < floored + MICROS_PER_CENT).toBe(true);
        expect(isWholeCents(amount)).toBe(floored === amount);
      }),
    );
  });
});

describe("formatEuros", () => {
  it.each([
    [0n, "0.00"],
    [3_500n, "0.0035"],
    [12_300_000n, "12.30"],
    [-1_000_000n, "-1.00"],
    [-10_000n, "-0.01"],
    [1n, "0.000001"],
    [1_234_567_890_123_450_000n, "1234567890123.45"],
  ])("writes %s micro-euros as %s", (micros, text) => {
    expect(formatEuros(microEuros(micros))).toBe(text);
  });

  it("loses nothing and has 2 to 6 decimals without needless zeros", () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const text = formatEuros(amount);
        expect(text).toMatch(/^-?(0|[1-9]\d*)\.\d\d(\d{0,3}[1-9])?$/);
        const [whole = "", fraction = ""] = text.replace("-", "").split(".");
        const magnitude = BigInt(whole) * MICROS_PER_EURO + BigInt(fraction.padEnd(6, "0"));
        expect(text.startsWith("-") ? -magnitude : magnitude).toBe(amount);
      }),
    );
  });
});

describe("parseEuros", () => {
  const refusal = expect.objectContaining({
    code: "BAD_USER_INPUT",
    details: { field: "amount", reason: expect.any(String) },
  });

  it.each([
    ["0", 0n],
    ["0.00", 0n],
    ["12", 12_000_000n],
    ["12.3", 12_300_000n],
    ["12.34", 12_340_000n],
    ["0.01", 10_000n],
    ["999999999.99", 999_999_999_990_000n],
    ["1000000000", 1_000_000_000_000_000n],
    ["1000000000.00", 1_000_000_000_000_000n],
  ])("reads %s", (text, micros) => {
    expect(parseEuros(text)).toBe(micros);
  });

  it.each([
    ...["", " ", "12 ", " 12", "12\n", "+12", "-12", "-0", "1e3", "0x10", "007", "00.5", ".5", "5.", "1.2.3"],
    ...[
      "12,34",
      "1 000",
      "1_000",
      "١٢",
      "１２",
      "12.3４",
      "NaN",
      "Infinity",
      "12€",
      "1\u0000",
      "12.345",
      "12.340",
    ],
    ...["1000000000.01", "1000000001", "9999999999", "10000000000"],
  ])("refuses %j", (text) => {
    expect(() => parseEuros(text)).toThrow(refusal);
  });

  it("refuses what is no text, a JSON number above all, and text of any length", () => {
    for (const input of [
      12,
      12n,
      null,
      undefined,
      true,
      {},
      ["12"],
      { toString: () => "12" },
      "9".repeat(100_000),
    ]) {
      expect(() => parseEuros(input)).toThrow(refusal);
    }
  });

  it("names the field it was told", () => {
    expect(() => parseEuros("x", "price")).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: "price" }) }),
    );
  });

  it("reads back every whole cent it may be given", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 100_000_000_000n }), (cents) => {
        const amount = microEuros(cents * MICROS_PER_CENT);
        expect(parseEuros(formatEuros(amount))).toBe(amount);
      }),
    );
  });

  it("accepts no text that is not digits, with a point and one or two digits at most", () => {
    const nearMiss = fc.string({ unit: fc.constantFrom(..."0019.,-+e _٣"), maxLength: 13 });
    fc.assert(
      fc.property(fc.oneof(nearMiss, fc.string({ unit: anyCharacter })), (text) => {
        let amount: bigint | null = null;
        try {
          amount = parseEuros(text);
        } catch (error) {
          expect(error).toMatchObject({ code: "BAD_USER_INPUT" });
        }
        const [whole = "", fraction, ...more] = text.split(".");
        const digits = (part: string) => part !== "" && [...part].every((c) => c >= "0" && c <= "9");
        const wellFormed =
          more.length === 0 &&
          digits(whole) &&
          String(BigInt(whole)) === whole &&
          BigInt(whole) < 1_000_000_000n &&
          (fraction === undefined || (digits(fraction) && fraction.length <= 2));
        const atLimit = /^1000000000(\.00?)?$/.test(text);
        expect(amount !== null).toBe(wellFormed || atLimit);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("parseRate", () => {
  it.each([
    ["0", 0n],
    ["0.0035", 3_500n],
    ["0.200000", 200_000n],
    ["0.000001", 1n],
    ["1000", 1_000_000_000n],
    ["1000.000000", 1_000_000_000n],
  ])("reads %s", (text, micros) => {
    expect(parseRate(text)).toBe(micros);
  });

  it.each(["0.0000001", "0.0000000", "1000.000001", "1001", "-0.1", "1e-3", "", 0.2])(
    "refuses %j",
    (text) => {
      expect(() => parseRate(text)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT" }));
    },
  );

  it("reads back every rate that can be written", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1_000_000_000n }).map(microEuros), (rate) => {
        expect(parseRate(formatEuros(rate))).toBe(rate);
      }),
    );
  });
});
