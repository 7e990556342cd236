/** The days with today's as it stands now. Null when they end on another day: a new one has begun since. */
export function withToday<T extends { readonly day: string }>(
  days: readonly T[],
  today: T,
): readonly T[] | null {
  return days.at(-1)?.day === today.day ? [...days.slice(0, -1), today] : null;
}
