import type { Pool } from "pg";
import { lookUpTogether } from "../db/look-up-together.ts";
import type { OldestLeft } from "./credits-left.ts";
import type { BalanceRow } from "./lock-balance.ts";
import { clicksOfWindow } from "./window.ts";

/** All that is kept of a partner's money, and their clicks of the window. */
export interface KeptBalance extends BalanceRow, OldestLeft {
  readonly clicks: number;
}

interface Asked {
  readonly partnerId: string;
  /** The first day of the window, see `creditsSince`. */
  readonly since: string;
  readonly windowDays: number;
}

/** The columns of `BalanceRow`. */
export const FIGURES = "b.partner_id, b.available, b.reserved, b.paid_out, b.debt, b.earned";

/** Undefined for a partner who does not exist. */
export function readKeptBalance(pool: Pool, asked: Asked): Promise<KeptBalance | undefined> {
  const known = byWindow.get(asked.windowDays) ?? reader(asked.windowDays);
  byWindow.set(asked.windowDays, known);
  return known(pool, asked);
}

/** The clicks of each window are kept in a column of their own. */
const byWindow = new Map<number, ReturnType<typeof reader>>();

function reader(windowDays: number) {
  // The askers are numbered, and found by the index also where the planner thinks little of it.
  const text = `
    select a.asker, k.*
    from (
      select * from unnest($1::uuid[], $2::date[]) with ordinality limit $3
    ) as a (partner_id, since, asker)
    cross join lateral (
      select ${FIGURES}, b.oldest_on::text, b.oldest_left, ${clicksOfWindow("b.partner_id", "a.since", windowDays)} as clicks
      from partner_balances b where b.partner_id = a.partner_id
      limit 1
    ) k`;
  return lookUpTogether(async (pool, asked: readonly Asked[]): Promise<(KeptBalance | undefined)[]> => {
    const { rows } = await pool.query<KeptBalance & { readonly asker: string }>({
      name: `read-balances-${windowDays}`,
      text,
      values: [asked.map(({ partnerId }) => partnerId), asked.map(({ since }) => since), asked.length],
    });
    const found = new Map(rows.map((row) => [row.asker, row]));
    return asked.map((_, index) => found.get(String(index + 1)));
  });
}
