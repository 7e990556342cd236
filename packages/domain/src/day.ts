/** A calendar day in UTC, `YYYY-MM-DD`. Sorts as text. */
export type Day = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists: `2026-02-30` is none. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== "string" || !PATTERN.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // Some engines roll an impossible day over into the next month instead of refusing it.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The UTC day an instant falls on. RangeError for an invalid date or a year that four digits cannot hold. */
export function dayOf(date: Date): Day {
  const number = Math.floor(date.getTime() / MILLISECONDS_PER_DAY);
  if (number === latest.number) return latest.day;
  const day = date.toISOString().slice(0, 10);
  if (!PATTERN.test(day)) throw new RangeError(`no day of a four-digit year: ${date.toISOString()}`);
  latest = { number, day };
  return day;
}

/** Nearly everything that is asked about happens on one day, and writing that out costs more than the rest of a click's verdict. */
let latest = { number: 0, day: "1970-01-01" };

/** `n` days later; earlier when negative. */
export function addDays(day: Day, n: number): Day {
  return dayOf(new Date(startOf(day) + n * MILLISECONDS_PER_DAY));
}

/** Days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  // UTC days are all equally long, so the quotient is an integer.
  return (startOf(to) - startOf(from)) / MILLISECONDS_PER_DAY;
}

function startOf(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}
