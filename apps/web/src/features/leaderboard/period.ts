import type { LeaderboardPeriod } from "../../generated/schema.ts";

/** The periods in the order they are offered, and how each is written in the address. */
export const PERIODS = [
  { period: "LAST_7_DAYS", param: "7-days" },
  { period: "LAST_30_DAYS", param: "30-days" },
  { period: "LAST_90_DAYS", param: "90-days" },
  { period: "ALL_TIME", param: "all" },
] as const satisfies readonly { period: LeaderboardPeriod; param: string }[];

/** The period an address asks for; 30 days when it asks for none that there is. */
export function periodOf(param: string | null) {
  return PERIODS.find((known) => known.param === param) ?? PERIODS[1];
}
