import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import type { LedgerCheck } from "./ledger-check.type.ts";

/** The last result of proving the books; null when that has never been done. */
export async function readLedgerCheck(em: EntityManager): Promise<LedgerCheck | null> {
  const [row] = await query<{ at: string; ok: boolean; differences: string[] }>(
    em,
    "select at, ok, differences from ledger_checks order by id desc limit 1",
  );
  return row ? { ...row, at: new Date(row.at) } : null;
}
