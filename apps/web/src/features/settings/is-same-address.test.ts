import { expect, it } from "vitest";
import { isSameAddress } from "./is-same-address.ts";

it.each([
  ["lea@example.org", true],
  [" Lea@Example.org ", true],
  ["lea@example.com", false],
  ["lea", false],
  ["", false],
])("takes %j for lea@example.org: %s", (typed, same) => {
  expect(isSameAddress(typed, "lea@example.org")).toBe(same);
});
