import type { StatsChartFragment } from "../../../generated/graphql.ts";
import { sumOf } from "../../../lib/amount.ts";
import { drawnEuros } from "../../../lib/drawn.ts";

export const SERIES = ["clicks", "earned", "paid"] as const;
export type Series = (typeof SERIES)[number];

type Day = StatsChartFragment["days"][number];

/** How high a day stands in a drawing; nothing is calculated with it. Clicks are those that count. */
export function heightOf(day: Day, series: Series): number {
  return series === "clicks" ? day.counted : drawnEuros(day[series]);
}

/** The whole period: a count of clicks, or an exact amount. */
export function totalOfDays(days: readonly Day[], series: Series): { count: number } | { amount: string } {
  if (series === "clicks") return { count: days.reduce((count, day) => count + day.counted, 0) };
  return { amount: sumOf(days.map((day) => day[series])) };
}
