import type { App } from "../app.ts";

/** A row with its place in the order, as text: what the next page continues after. */
export interface Placed {
  readonly place: readonly string[];
}

/**
 * The rows of a statement, page by page, so that no history is ever in memory as a whole. Each page is a statement of its
 * own: whoever reads slowly holds neither a connection nor a snapshot. The statement's `$1` is the size of a page, `$2`
 * the place of the row before it (`text[]`, null at the start); `values` follow from `$3` on.
 */
export async function* readPages<Row extends Placed>(
  { database: { pool } }: Pick<App, "database">,
  text: string,
  values: readonly unknown[],
  size = 500,
): AsyncGenerator<Row[], void, undefined> {
  let after: readonly string[] | null = null;
  do {
    const { rows }: { rows: Row[] } = await pool.query<Row>(text, [size, after, ...values]);
    if (rows.length > 0) yield rows;
    after = rows.length === size ? (rows.at(-1)?.place ?? null) : null;
  } while (after);
}
