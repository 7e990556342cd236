const DAY_MS = 86_400_000;

/** How many midnights lie between two instants in the reader's time zone; negative when `to` comes first. */
export function calendarDays(from: Date, to: Date): number {
  // Rounded: a day on which the clocks change has 23 or 25 hours.
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
