import { dayOf } from "@contentflow/domain/day";
import { type LeaderboardPeriod, periodDays } from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";
import { addedUpClicks, clicksOf, ON_THE_BOARD } from "./counted-clicks.ts";
import type { LeaderboardPlace } from "./leaderboard.type.ts";

interface Row {
  listed: boolean;
  clicks: string;
  partners: string;
  ahead: string;
}

/** Where a partner stands on the whole board, by the same rules as its top. One statement: all figures fit together. */
export async function readLeaderboardPlace(
  app: Pick<App, "database" | "now">,
  partnerId: string,
  period: LeaderboardPeriod,
): Promise<LeaderboardPlace> {
  const days = periodDays(period);
  const { rows } = await app.database.pool.query<Row>({
    name: `leaderboard-place-${days ?? "ever"}`,
    text: days === null ? PLACE_EVER : placeOf(days),
    values: days === null ? [partnerId] : [partnerId, dayOf(app.now())],
  });
  const [row] = rows;
  if (!row) return { rank: null, clicks: 0, partners: 0, listed: false };
  const clicks = Number(row.clicks);
  const rank = row.listed && clicks > 0 ? Number(row.ahead) + 1 : null;
  return { rank, clicks, partners: Number(row.partners), listed: row.listed };
}

/** The first number of clicks that shares its magnitude with another. */
const FIRST_TOGETHER = 8;

interface Board {
  /** As `board_counts` names it: 0 is all time. */
  readonly days: number;
  readonly magnitude: string;
  /** SQL for the clicks of `c`. */
  readonly clicks: string;
  /** SQL for whether what is kept of `c` is of the period itself. */
  readonly comparable: string;
  /** SQL for all listed others: magnitude of what is kept, and the clicks of the period. */
  readonly others: string;
}

/**
 * Whole magnitudes of clicks are counted already: those above one's own are ahead. Looked at one by one are those of one's
 * own magnitude, and those whose kept total is of other days, of whom a daily job leaves none.
 */
const place = ({ days, magnitude, clicks, comparable, others }: Board) => `
  with me as (
    select ${ON_THE_BOARD} as listed,
      coalesce((select ${clicks} from partner_clicks c where c.partner_id = p.id), 0) as clicks
    from partners p where p.id = $1
  ), other as materialized (${others}),
  kept as materialized (select magnitude, partners from board_counts where days = ${days})
  select me.listed, me.clicks::text, ((
      select coalesce(sum(k.partners), 0) from kept k
    ) + (
      select count(*) filter (where o.clicks > 0) - count(*) filter (where o.magnitude > 0) from other o
    ))::text as partners, ((
      select coalesce(sum(k.partners), 0) from kept k where k.magnitude > magnitude(me.clicks)
    ) + (
      select count(*) filter (where o.clicks > me.clicks) - count(*) filter (where o.magnitude > magnitude(me.clicks))
      from other o
    ) + (
      select count(*) from partner_clicks c
      where me.clicks >= ${FIRST_TOGETHER} and c.${magnitude} = magnitude(me.clicks) and ${clicks} > me.clicks
        and c.listed and ${comparable}
    ))::text as ahead
  from me`;

const placeOf = (days: number) =>
  place({
    days,
    magnitude: `magnitude_${days}`,
    clicks: `(case when c.as_of > $2::date then (${addedUpClicks(days)}) else (${clicksOf(days)}) end)`,
    comparable: "c.as_of = $2::date",
    others: `
      select c.magnitude_${days} as magnitude, ${clicksOf(days)} as clicks from partner_clicks c
      -- With a lower end, or the planner expects a third of all partners, and would read them all.
      where c.as_of between '-infinity' and $2::date - 1 and c.magnitude_90 > 0 and c.magnitude_${days} > 0 and c.listed
      union all
      -- Booked by a clock that is ahead of ours.
      select c.magnitude_${days}, (${addedUpClicks(days)}) from partner_clicks c where c.as_of > $2::date and c.listed`,
  });

const PLACE_EVER = place({
  days: 0,
  magnitude: "magnitude_ever",
  clicks: "c.clicks",
  comparable: "true",
  others: "select 0 as magnitude, 0 as clicks where false",
});
