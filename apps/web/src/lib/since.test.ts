import { expect, it } from "vitest";
import { sinceWhen } from "./since.ts";

/** A Thursday noon. */
const NOW = new Date(2026, 2, 12, 12);
const daysAgo = (days: number, hour = 12) => new Date(2026, 2, 12 - days, hour).toISOString();

it.each([
  [daysAgo(0, 0), "today", "aujourd’hui"],
  [daysAgo(1, 23), "yesterday", "hier"],
  [daysAgo(2), "Tuesday", "mardi"],
  [daysAgo(6), "Friday", "vendredi"],
  [daysAgo(7), "5 March", "le 5 mars"],
  [daysAgo(11), "1 March", "le 1er mars"],
])("%s: since %s, depuis %s", (instant, english, french) => {
  expect(sinceWhen(instant, NOW, "en")).toBe(english);
  expect(sinceWhen(instant, NOW, "fr")).toBe(french);
});
