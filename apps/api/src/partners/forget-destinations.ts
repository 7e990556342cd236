import type { App } from "../app.ts";

/** How long the links of an erased partner lead to the very page: posts on the web are followed for about that long. */
const KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * Forgets which pages the links of partners led to who were erased a year ago: from then on, their readers arrive at the
 * front page of the same site. Resolves with the number of links.
 */
export async function forgetDestinations(app: Pick<App, "database" | "now">): Promise<number> {
  const before = new Date(app.now().getTime() - KEPT_DAYS * DAY_MS);
  const { rows } = await app.database.pool.query<{ forgotten: number }>(
    "select forget_destinations_of_erased($1)::int as forgotten",
    [before],
  );
  return rows[0]?.forgotten ?? 0;
}
