import { addDays, dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";
import { ensureEventPartitions } from "./event-partitions.ts";

const DAYS_AHEAD = 2;

/** Makes room for the next days ahead of time, so that no click has to wait for it at midnight. */
export async function preparePartitions(app: Pick<App, "database" | "now">): Promise<void> {
  const today = dayOf(app.now());
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => addDays(today, n));
  await ensureEventPartitions(app.database, days);
}
