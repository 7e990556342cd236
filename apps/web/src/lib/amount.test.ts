import { expect, it } from "vitest";
import { isSome, sumOf } from "./amount.ts";

it("adds up amounts exactly, and writes the sum as the API would", () => {
  expect(sumOf(["0.10", "0.20", "0.0035"])).toBe("0.3035");
  expect(sumOf([])).toBe("0.00");
});

it("tells something from nothing, however small", () => {
  expect(["0.000001", "-3.00"].every(isSome)).toBe(true);
  expect(["0.00", "0.000000"].some(isSome)).toBe(false);
});
