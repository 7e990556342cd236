import type { LeaderboardPeriod } from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";
import { countedClicks, ON_THE_BOARD } from "./counted-clicks.ts";
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
  const { name, sql, values } = countedClicks(app, period);
  const { rows } = await app.database.pool.query<Row>({
    name: `leaderboard-place-${name}`,
    text: place(sql),
    values: [partnerId, ...values],
  });
  const [row] = rows;
  if (!row) return { rank: null, clicks: 0, partners: 0, listed: false };
  const clicks = Number(row.clicks);
  const rank = row.listed && clicks > 0 ? Number(row.ahead) + 1 : null;
  return { rank, clicks, partners: Number(row.partners), listed: row.listed };
}

const place = (counted: string) => `
  with counted as (${counted}),
  board as (
    select c.clicks from counted c join partners p on p.id = c.partner_id where ${ON_THE_BOARD}
  ),
  me as (
    select ${ON_THE_BOARD} as listed, coalesce(c.clicks, 0) as clicks
    from partners p left join counted c on c.partner_id = p.id
    where p.id = $1
  )
  select me.listed, me.clicks::text, b.partners::text, b.ahead::text
  from me, lateral (
    select count(*) as partners, count(*) filter (where board.clicks > me.clicks) as ahead from board
  ) b`;
