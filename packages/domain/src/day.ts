/** A calendar day in UTC, `YYYY-MM-DD`. Sorts as text. */
export type Day = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists: `2026-02-30` is none. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== "string") return false;
  if (numbers.has(text)) return true;
  if (!PATTERN.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // Some engines roll an impossible day over into the next month instead of refusing it.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The UTC day an instant falls on. RangeError for an invalid date or a year that four digits cannot hold. */
export function dayOf(date: Date): Day {
  const number = Math.floor(date.getTime() / MILLISECONDS_PER_DAY);
  return byNumber.get(number) ?? remember(number, date);
}

/** Days since 1970 by their text, and back. The same few days are asked for all the time, and cost more than what they are for. */
const byNumber = new Map<number, Day>();
const numbers = new Map<Day, number>();
/** Some years: no more than that is looked at in one moment. */
const MOST_REMEMBERED = 2_000;

function remember(number: number, date: Date): Day {
  const day = date.toISOString().slice(0, 10);
  if (!PATTERN.test(day)) throw new RangeError(`no day of a four-digit year: ${date.toISOString()}`);
  if (byNumber.size >= MOST_REMEMBERED) {
    byNumber.clear();
    numbers.clear();
  }
  byNumber.set(number, day);
  numbers.set(day, number);
  return day;
}

/** `n` days later; earlier when negative. */
export function addDays(day: Day, n: number): Day {
  const start = startOf(day) + n * MILLISECONDS_PER_DAY;
  return byNumber.get(start / MILLISECONDS_PER_DAY) ?? dayOf(new Date(start));
}

/** Days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  // UTC days are all equally long, so the quotient is an integer.
  return (startOf(to) - startOf(from)) / MILLISECONDS_PER_DAY;
}

function startOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known * MILLISECONDS_PER_DAY;
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const date = new Date(`${day}T00:00:00Z`);
  remember(date.getTime() / MILLISECONDS_PER_DAY, date);
  return date.getTime();
}
