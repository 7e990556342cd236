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

/** Up to here, all who stand at the same step have the same number of clicks. */
const MOST_OF_ONE_STEP = 128;

interface Board {
  /** As `board_counts` names it: 0 is all time. */
  readonly days: number;
  readonly magnitude: string;
  /** The column of what is kept. */
  readonly kept: string;
  /** SQL for the clicks of `c`. */
  readonly clicks: string;
  /** SQL for whether what is kept of `c` is of the period itself. */
  readonly comparable: string;
  /** SQL for all listed partners of whom it is not: where what is kept has them stand, and the clicks of the period. */
  readonly others: string;
}

/**
 * How many stand at each step is counted already: those above one's own are ahead. Looked at one by one are those of one's
 * own, when it is a wide one, and those whose kept total is of other days, of whom a daily job leaves none.
 */
const place = ({ days, magnitude, kept, clicks, comparable, others }: Board) => `
  with mine as materialized (
    select ${ON_THE_BOARD} as listed,
      coalesce((select ${clicks} from partner_clicks c where c.partner_id = p.id), 0) as clicks
    from partners p where p.id = $1
  ), me as materialized (
    select listed, clicks, standing(clicks) as standing, magnitude(clicks) as magnitude from mine
  ), other as materialized (${others}),
  counted as materialized (
    select coalesce(sum(k.partners), 0) as partners,
      coalesce(sum(k.partners) filter (where k.standing > me.standing), 0) as ahead
    from me left join board_counts k on k.days = ${days} group by me.standing
  ), uncounted as materialized (
    select count(*) filter (where o.clicks > 0) - count(*) filter (where o.standing > 0) as partners,
      count(*) filter (where o.clicks > me.clicks) - count(*) filter (where o.standing > me.standing) as ahead
    from me left join other o on true
  )
  select me.listed, me.clicks::text, (counted.partners + uncounted.partners)::text as partners,
    (counted.ahead + uncounted.ahead + (
      select count(*) from partner_clicks c
      where me.clicks > ${MOST_OF_ONE_STEP} and c.${magnitude} = me.magnitude and c.${kept} > me.clicks
        and c.listed and ${comparable}
    ))::text as ahead
  from me, counted, uncounted`;

const placeOf = (days: number) =>
  place({
    days,
    magnitude: `magnitude_${days}`,
    kept: `last_${days}`,
    clicks: `(case when c.as_of > $2::date then (${addedUpClicks(days)}) else (${clicksOf(days)}) end)`,
    comparable: "c.as_of = $2::date",
    others: `
      select standing(c.last_${days}) as standing, ${clicksOf(days)} as clicks from partner_clicks c
      -- With a lower end, or the planner expects a third of all partners, and would read them all.
      where c.as_of between '-infinity' and $2::date - 1 and c.magnitude_90 > 0 and c.magnitude_${days} > 0 and c.listed
      union all
      -- Booked by a clock that is ahead of ours.
      select standing(c.last_${days}), (${addedUpClicks(days)}) from partner_clicks c
      where c.as_of > $2::date and c.listed`,
  });

const PLACE_EVER = place({
  days: 0,
  magnitude: "magnitude_ever",
  kept: "clicks",
  clicks: "c.clicks",
  comparable: "true",
  others: "select 0 as standing, 0 as clicks where false",
});
