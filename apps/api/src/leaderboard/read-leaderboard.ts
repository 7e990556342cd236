import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import {
  LEADERBOARD_SIZE,
  type LeaderboardPeriod,
  maskName,
  periodDays,
  topRanked,
} from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";
import type { LeaderboardEntry } from "./leaderboard.type.ts";

interface Row {
  email: string;
  clicks: string;
  isMe: boolean;
}

/**
 * The top of the board: active partners by counted clicks in the UTC days up to and including today.
 * Suspended partners are left out, and nobody is on it without a click. `viewerId` marks one's own row.
 */
export async function readLeaderboard(
  app: Pick<App, "database" | "now">,
  period: LeaderboardPeriod,
  viewerId: string | null,
): Promise<LeaderboardEntry[]> {
  const days = periodDays(period);
  const { rows } = await app.database.pool.query<Row>(
    days === null
      ? { name: "leaderboard-ever", text: top(EVER), values: [viewerId, LEADERBOARD_SIZE] }
      : {
          name: "leaderboard",
          text: top(OF_DAYS),
          values: [viewerId, LEADERBOARD_SIZE, ...lastDays(app, days)],
        },
  );
  const entries = rows.map(({ email, clicks, isMe }) => ({
    name: maskName(email),
    clicks: Number(clicks),
    isMe,
  }));
  return topRanked(entries);
}

/** The first and the last of that many UTC days. */
function lastDays(app: Pick<App, "now">, days: number): [Day, Day] {
  const today = dayOf(app.now());
  return [addDays(today, 1 - days), today];
}

/** A running total: the board of all time costs the same after years. */
const EVER = "select partner_id, clicks from partner_clicks where clicks > 0";

const OF_DAYS = `
  select partner_id, sum(events) as clicks
  from partner_days
  where kind = 'click' and verdict = 'counted' and day between $3 and $4
  group by partner_id
  having sum(events) > 0`;

// Equals stand in the order in which they joined: it is fixed, and tells nothing that the board does not.
const top = (counted: string) => `
  select p.email, c.clicks::text, p.id is not distinct from $1::uuid as "isMe"
  from (${counted}) c
  join partners p on p.id = c.partner_id
  where p.status = 'active'
  order by c.clicks desc, p.created_at, p.id
  limit $2`;
