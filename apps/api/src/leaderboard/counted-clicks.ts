import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import { type LeaderboardPeriod, periodDays } from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";

/**
 * Who may stand on the board: not those who chose to stay off it, nor the suspended, who include the erased. `p` is the
 * partner.
 */
export const ON_THE_BOARD = "p.status = 'active' and p.on_leaderboard";

interface CountedClicks {
  /** Differs where the text does: statements are prepared under it. */
  readonly name: string;
  /** A subquery of `partner_id` and `clicks` (more than 0). Its parameters are $2 and $3. */
  readonly sql: string;
  readonly values: readonly Day[];
}

/** The counted clicks of each partner in the UTC days up to and including today. */
export function countedClicks(app: Pick<App, "now">, period: LeaderboardPeriod): CountedClicks {
  const days = periodDays(period);
  if (days === null) return { name: "ever", sql: EVER, values: [] };
  const today = dayOf(app.now());
  return { name: "of-days", sql: OF_DAYS, values: [addDays(today, 1 - days), today] };
}

/** A running total: the board of all time costs the same after years. */
const EVER = "select partner_id, clicks from partner_clicks where clicks > 0";

const OF_DAYS = `
  select partner_id, sum(events) as clicks
  from partner_days
  where kind = 'click' and verdict = 'counted' and day between $2 and $3
  group by partner_id
  having sum(events) > 0`;
