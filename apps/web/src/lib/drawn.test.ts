import { expect, it } from "vitest";
import { drawnEuros, drawnShare } from "./drawn.ts";

it("draws euros with their cents", () => {
  expect(drawnEuros("12.34")).toBe(12.34);
  expect(drawnEuros("0.00")).toBe(0);
});

it.each([
  [0n, 10n, 0],
  [-5n, 10n, 0],
  [999n, 1_000n, 99],
  [10n, 10n, 100],
  [12n, 10n, 100],
  [0n, 0n, 100],
])("%s of %s is drawn as %s percent", (part, whole, share) => {
  expect(drawnShare(part, whole)).toBe(share);
});
