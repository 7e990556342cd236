import { expect, it } from "vitest";
import { estimate } from "./estimate.ts";

it.each([
  ["0.0035", 50, "0.17", "0.75"],
  ["0.0461", 50, "2.30", "9.98"],
  ["0.20", 50, "10.00", "43.00"],
  ["0.25", 250, "62.00", "270.00"],
  ["0.20", 1_000, "200.00", "866.00"],
  ["0.25", 5_000, "1250.00", "5410.00"],
  ["1.00", 50_000, "50000.00", "216000.00"],
])("at %s a click, %i clicks a week make about %s and %s a month", (epc, clicks, week, month) => {
  expect(estimate(epc, clicks)).toEqual({ week, month });
});
