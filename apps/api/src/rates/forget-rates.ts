import type { App } from "../app.ts";

/** An empty bucket is like none. */
export async function forgetRates(app: Pick<App, "database">): Promise<void> {
  await app.database.pool.query("delete from request_rates where empty_at < now()");
}
