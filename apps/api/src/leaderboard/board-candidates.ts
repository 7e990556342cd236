import { type Day, dayOf } from "@contentflow/domain/day";
import { LEADERBOARD_SIZE, type LeaderboardPeriod, periodDays } from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";
import { addedUpClicks, clicksOf, ON_THE_BOARD } from "./counted-clicks.ts";

export interface Candidates {
  /** Differs where the text does: statements are prepared under it. */
  readonly name: string;
  /** A `with` list that ends in `candidates` (partner_id, clicks): all who may be on the board. Its parameter is $2. */
  readonly sql: string;
  readonly values: readonly Day[];
}

/** More than the board shows: some of them may be off it, or have had their clicks long ago. */
const SAMPLE = 5 * LEADERBOARD_SIZE;
/** Of the largest number of clicks that the column holds. */
const HIGHEST_MAGNITUDE = 253;

/**
 * Everybody who may be among the first of a period, with their clicks of it, from the totals that are kept per partner:
 * a hundred or so, whatever the number of partners and of clicks.
 *
 * A kept total stands for the days up to the partner's last click; today's is the same or lower. So the last place of a
 * board of those with the highest kept totals is a bar: whoever belongs on the board is not below it, and whose kept
 * total is below it need not be looked at.
 */
export function boardCandidates(app: Pick<App, "now">, period: LeaderboardPeriod): Candidates {
  const days = periodDays(period);
  if (days === null)
    return { name: "ever", sql: `${atLeastTheBar("ever", "c.clicks", "true")})`, values: [] };
  const sql = `${atLeastTheBar(String(days), clicksOf(days), "c.as_of <= $2::date")}
    union all
    -- Booked by a clock that is ahead of ours: what is kept for them is of other days.
    select c.partner_id, (${addedUpClicks(days)}) from partner_clicks c where c.as_of > $2::date
  )`;
  return { name: `${days}-days`, sql, values: [dayOf(app.now())] };
}

/** The `with` list, up to where `candidates` may still be added to. */
const atLeastTheBar = (kept: string, clicks: string, comparable: string) => `
  sample as (
    select ${clicks} as clicks
    from partner_clicks c join partners p on p.id = c.partner_id
    where ${ON_THE_BOARD} and ${comparable}
    order by c.magnitude_${kept} desc
    limit ${SAMPLE}
  ), bar as (
    select coalesce((select clicks from sample order by clicks desc offset ${LEADERBOARD_SIZE - 1} limit 1), 0) as clicks
  ), candidates as (
    select c.partner_id, ${clicks} as clicks
    from partner_clicks c
    -- With an upper end, or the planner expects a third of all partners, and would read them all.
    where c.magnitude_${kept} between magnitude(greatest(1, (select clicks from bar))) and ${HIGHEST_MAGNITUDE}
      and ${comparable}`;
