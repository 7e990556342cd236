import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";

/**
 * Drops the single events of days older than `EVENT_RETENTION_DAYS`; the books and the daily totals stay. A day whose
 * accruals are not sealed yet is kept: they still have to be provable. Resolves with the days dropped.
 */
export async function dropOldEvents(app: Pick<App, "database" | "now" | "config">): Promise<Day[]> {
  const before = addDays(dayOf(app.now()), -app.config.eventRetentionDays);
  const { rows } = await app.database.pool.query<{ day: Day }>(
    "select day::text from drop_event_partitions($1::date) as day",
    [before],
  );
  return rows.map(({ day }) => day);
}
