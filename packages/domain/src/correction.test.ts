import { describe, expect, it } from "vitest";
import { assertCorrectable, MAX_CORRECTION } from "./correction.ts";
import { add, microEuros, parseEuros, subtract } from "./money.ts";

const CENT = parseEuros("0.01");

describe("a correction by hand", () => {
  it.each([CENT, parseEuros("12.34"), subtract(MAX_CORRECTION, CENT), MAX_CORRECTION])(
    "may be %s micro-euros",
    (amount) => {
      expect(() => assertCorrectable(amount)).not.toThrow();
    },
  );

  it.each([
    [microEuros(0n), "must be more than zero"],
    [microEuros(-10_000n), "must be more than zero"],
    [microEuros(10_001n), "must be whole cents"],
    [add(MAX_CORRECTION, CENT), "must be at most 100000.00"],
  ])("may not be %s micro-euros", (amount, reason) => {
    expect(() => assertCorrectable(amount)).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", details: { field: "amount", reason } }),
    );
  });
});
