import { expect, it } from "vitest";
import { nextStep } from "./next-step.ts";

it.each([
  ["10.00", true, "withdraw"],
  ["10.00", false, "withdraw"],
  ["9.99", true, "share"],
  ["0.00", false, "create-link"],
] as const)("with %s available and links %s: %s", (available, hasLinks, step) => {
  expect(nextStep({ available, hasLinks, minimumWithdrawal: "10.00" })).toBe(step);
});

it("never proposes to withdraw nothing, even when there is no minimum", () => {
  expect(nextStep({ available: "0.00", hasLinks: true, minimumWithdrawal: "0.00" })).toBe("share");
});
