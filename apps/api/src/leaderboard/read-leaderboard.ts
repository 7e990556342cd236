import {
  LEADERBOARD_SIZE,
  type LeaderboardPeriod,
  maskName,
  topRanked,
} from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";
import { boardCandidates } from "./board-candidates.ts";
import { ON_THE_BOARD } from "./counted-clicks.ts";
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
  const { name, sql, values } = boardCandidates(app, period);
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
const top = (candidates: string) => `
  with ${candidates}
  select p.email, c.clicks::text, p.id is not distinct from $1::uuid as "isMe"
  from candidates c
  -- One look-up each: the planner expects more of them than there are, and would read all partners instead.
  cross join lateral (
    select p.id, p.email, p.created_at from partners p where p.id = c.partner_id and ${ON_THE_BOARD} offset 0
  ) p
  where c.clicks > 0
  order by c.clicks desc, p.created_at, p.id
  limit ${LEADERBOARD_SIZE}`;
