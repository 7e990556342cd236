import type { App } from "../app.ts";

/** Their balances are locked together, so that no click comes in between; short enough that none has to wait. */
const CHUNK = 500;

/**
 * Finds out what is left of the oldest credits of those of whom it is not known, because credits of earlier days came
 * in. Balances are right without it, but have to add up credits. Resolves with how many partners it looked at.
 */
export async function recallOldestLeft({ database: { pool } }: Pick<App, "database">): Promise<number> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (let recalled = 0; ; ) {
    const { rows } = await pool.query<{ partner_id: string }>(
      "select partner_id from partner_balances where oldest_left is null and partner_id > $1 order by partner_id limit $2",
      [after, CHUNK],
    );
    const last = rows.at(-1);
    if (!last) return recalled;
    await pool.query("select recall_oldest_left($1::uuid[])", [rows.map(({ partner_id }) => partner_id)]);
    after = last.partner_id;
    recalled += rows.length;
  }
}
