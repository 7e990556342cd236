import { expect, it } from "vitest";
import { calendarLeaf } from "./calendar-leaf.ts";

it("tells a UTC day wherever the reader is, and an instant in the reader's time", () => {
  expect(calendarLeaf("2026-03-03", "en")).toEqual({ day: "3", month: "Mar" });
  expect(calendarLeaf("2026-12-31", "fr")).toEqual({ day: "31", month: "déc." });
  const night = new Date(2026, 2, 3, 23, 59).toISOString();
  expect(calendarLeaf(night, "en")).toEqual({ day: "3", month: "Mar" });
});
