import {
  LEADERBOARD_SIZE,
  type LeaderboardPeriod,
  maskName,
  topRanked,
} from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";
import { countedClicks, ON_THE_BOARD } from "./counted-clicks.ts";
import type { LeaderboardEntry } from "./leaderboard.type.ts";

interface Row {
  email: string;
  clicks: string;
  isMe: boolean;
}

/**
 * The top of the board: listed active partners by counted clicks in the UTC days up to and including today. Nobody is
 * on it without a click. `viewerId` marks one's own row.
 */
export async function readLeaderboard(
  app: Pick<App, "database" | "now">,
  period: LeaderboardPeriod,
  viewerId: string | null,
): Promise<LeaderboardEntry[]> {
  const { name, sql, values } = countedClicks(app, period);
  const { rows } = await app.database.pool.query<Row>({
    name: `leaderboard-${name}`,
    text: top(sql),
    values: [viewerId, ...values],
  });
  const entries = rows.map(({ email, clicks, isMe }) => ({
    name: maskName(email),
    clicks: Number(clicks),
    isMe,
  }));
  return topRanked(entries);
}

// Equals stand in the order in which they joined: it is fixed, and tells nothing that the board does not.
const top = (counted: string) => `
  select p.email, c.clicks::text, p.id is not distinct from $1::uuid as "isMe"
  from (${counted}) c
  join partners p on p.id = c.partner_id
  where ${ON_THE_BOARD}
  order by c.clicks desc, p.created_at, p.id
  limit ${LEADERBOARD_SIZE}`;
