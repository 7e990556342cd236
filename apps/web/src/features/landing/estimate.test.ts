import { expect, it } from "vitest";
import { estimate } from "./estimate.ts";

it("multiplies clicks by the rate, exactly, and gives away no fraction of a cent", () => {
  expect(estimate("0.20", 1_000)).toEqual({ week: "200.00", month: "866.66" });
  expect(estimate("0.0035", 50)).toEqual({ week: "0.17", month: "0.75" });
  expect(estimate("1.00", 50_000)).toEqual({ week: "50000.00", month: "216666.66" });
});
