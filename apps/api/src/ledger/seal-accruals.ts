import { dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";

/** Closes the accruals of the days that are over: from then on nothing in the journal can change them. */
export async function sealAccruals(app: Pick<App, "database" | "now">): Promise<void> {
  await app.database.pool.query("select seal_accruals($1::date)", [dayOf(app.now())]);
}
