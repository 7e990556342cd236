import { type Language, REGION } from "./language.ts";

/** `3` and `Mar`, as on a leaf of a calendar. `at` is a UTC day, or an instant, which is told in the reader's time. */
export function calendarLeaf(at: string, language: Language): { day: string; month: string } {
  const zone = at.length === "2026-03-03".length ? { timeZone: "UTC" } : {};
  const tag = REGION[language];
  const date = new Date(at);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...zone, ...options }).format(date);
  return { day: part({ day: "numeric" }), month: part({ month: "short" }) };
}
