import { expect, it } from "vitest";
import type { WithdrawalStatus } from "../../generated/schema.ts";
import { stepsOf } from "./steps-of.ts";

const AT = "2026-03-02T09:00:00Z";
const steps = (...passed: WithdrawalStatus[]) =>
  stepsOf({
    status: passed.at(-1) ?? "REQUESTED",
    events: passed.map((toStatus, index) => ({ id: String(index), at: AT, toStatus })),
  }).map(({ status, tone, at }) => `${status} ${tone}${at === null ? "" : " at"}`);

it.each<[WithdrawalStatus[], string[]]>([
  [["REQUESTED"], ["REQUESTED done at", "APPROVED current", "PAID ahead"]],
  [
    ["REQUESTED", "APPROVED"],
    ["REQUESTED done at", "APPROVED done at", "PAID current"],
  ],
  [
    ["REQUESTED", "APPROVED", "PAID"],
    ["REQUESTED done at", "APPROVED done at", "PAID done at"],
  ],
  [
    ["REQUESTED", "REJECTED"],
    ["REQUESTED done at", "REJECTED bad at"],
  ],
  [
    ["REQUESTED", "APPROVED", "REJECTED"],
    ["REQUESTED done at", "APPROVED done at", "REJECTED bad at"],
  ],
])("after %s", (passed, expected) => {
  expect(steps(...passed)).toEqual(expected);
});
