import { addDays, dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";

/**
 * Destroys the visitor keys of all days before yesterday: from then on nobody can tell whose a stored hash was.
 * Resolves with how many there were.
 */
export async function forgetVisitorKeys(app: Pick<App, "database" | "now">): Promise<number> {
  const yesterday = addDays(dayOf(app.now()), -1);
  const { rowCount } = await app.database.pool.query("delete from visitor_keys where day < $1::date", [
    yesterday,
  ]);
  return rowCount ?? 0;
}
