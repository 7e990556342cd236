import { addDays, type Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import type { PoolClient } from "pg";
import { accruals, type BookedEvent } from "./batch-totals.ts";

/**
 * Books at once as lapsed what a batch credits on days whose earnings can no longer be withdrawn. Without it, old
 * earnings that arrive after newer ones were withdrawn would take their place within the window, and the same events
 * would pay more in one order than in another.
 */
export async function bookLateLapse(
  client: PoolClient,
  booked: readonly BookedEvent[],
  debts: ReadonlyMap<string, MicroEuros>,
  { today, windowDays }: { readonly today: Day; readonly windowDays: number },
): Promise<void> {
  if (windowDays === 0) return;
  const firstDay = addDays(today, -windowDays);
  if (booked.every(({ bookedOn }) => bookedOn >= firstDay)) return;
  const late = accruals(booked, debts).filter(
    ({ account, bookedOn }) => account === "available" && bookedOn < firstDay,
  );
  if (late.length === 0) return;
  const rows = late.map(({ partnerId, amount }) => ({ partner_id: partnerId, amount: amount.toString() }));
  await client.query(
    `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on)
     select partner_id, 'lapse', 'available', 'program', sum(amount), $2::date
     from json_to_recordset($1::json) as l (partner_id uuid, amount bigint)
     group by partner_id having sum(amount) > 0 order by partner_id`,
    [JSON.stringify(rows), today],
  );
}
