import { expect, it } from "vitest";
import { totalOfDays } from "./day-series.ts";

const DAYS = [
  { day: "2026-11-21", clicks: 7, counted: 5, earned: "0.0175", paid: "0.00" },
  { day: "2026-11-22", clicks: 2, counted: 1, earned: "0.1", paid: "20.10" },
];

it("adds up the days of a period, exactly", () => {
  expect(totalOfDays(DAYS, "clicks")).toEqual({ count: 6 });
  expect(totalOfDays(DAYS, "earned")).toEqual({ amount: "0.1175" });
  expect(totalOfDays(DAYS, "paid")).toEqual({ amount: "20.10" });
});
