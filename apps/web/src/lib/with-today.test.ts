import { expect, it } from "vitest";
import { withToday } from "./with-today.ts";

const DAYS = [
  { day: "2026-03-02", clicks: 4 },
  { day: "2026-03-03", clicks: 1 },
];

it("replaces the last day and leaves the others alone", () => {
  expect(withToday(DAYS, { day: "2026-03-03", clicks: 2 })).toEqual([
    DAYS[0],
    { day: "2026-03-03", clicks: 2 },
  ]);
});

it("does not put a new day in the place of yesterday", () => {
  expect(withToday(DAYS, { day: "2026-03-04", clicks: 1 })).toBeNull();
  expect(withToday([], { day: "2026-03-04", clicks: 1 })).toBeNull();
});
