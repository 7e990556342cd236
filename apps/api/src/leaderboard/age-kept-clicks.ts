import { dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";

/** Their balances are locked together, so that no click comes in between; few enough that those that wait do not wait for long. */
const CHUNK = 500;

/**
 * Brings the kept totals of those who had no click today up to date: what left the window while they were away. Boards
 * and statistics are right without it, but would have to look at everybody who was once on top. Resolves with how many it changed.
 */
export async function ageKeptClicks({
  database: { pool },
  now,
}: Pick<App, "database" | "now">): Promise<number> {
  const today = dayOf(now());
  let aged = 0;
  for (;;) {
    const { rows } = await pool.query<{ partner_id: string }>(
      "select partner_id from partner_clicks where as_of < $1 and (magnitude_90 > 0 or doublings_366 > 0) limit $2",
      [today, CHUNK],
    );
    if (rows.length === 0) return aged;
    await pool.query("select age_partner_clicks($1::uuid[], $2::date)", [
      rows.map(({ partner_id }) => partner_id).sort(),
      today,
    ]);
    aged += rows.length;
  }
}
