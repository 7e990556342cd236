import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import type { StatusChange } from "./status-change.type.ts";

/** Nobody is suspended this often; the bound is for the page's sake. */
const MOST = 100;

/** When and why a partner was suspended or let back in, newest first. */
export async function listStatusChanges(em: EntityManager, partnerId: string): Promise<StatusChange[]> {
  const rows = await query<Omit<StatusChange, "at"> & { at: string }>(
    em,
    `select c.id::text, c.status, c.reason, a.email as "byEmail", c.at
     from partner_status_changes c join admins a on a.id = c.admin_id
     where c.partner_id = $1
     order by c.id desc limit ${MOST}`,
    [partnerId],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
