import { addDays, type Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import type { QueryConfig } from "pg";
import { accruals, type BookedEvent, dayTotals } from "./batch-totals.ts";

/**
 * The statement that books at once as lapsed what a batch credits on days whose earnings can no longer be withdrawn; null when there is none. Without it, old
 * earnings that arrive after newer ones were withdrawn would take their place within the window, and the same events
 * would pay more in one order than in another.
 */
export function lateLapseStatement(
  booked: readonly BookedEvent[],
  debts: ReadonlyMap<string, MicroEuros>,
  { today, windowDays }: { readonly today: Day; readonly windowDays: number },
): QueryConfig | null {
  if (windowDays === 0) return null;
  const firstDay = addDays(today, -windowDays);
  if (booked.every(({ bookedOn }) => bookedOn >= firstDay)) return null;
  const late = accruals(dayTotals(booked), debts).filter(
    ({ account, bookedOn }) => account === "available" && bookedOn < firstDay,
  );
  if (late.length === 0) return null;
  const rows = late.map(({ partnerId, amount }) => ({ partner_id: partnerId, amount: amount.toString() }));
  return {
    text: `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on)
     select partner_id, 'lapse', 'available', 'program', sum(amount), $2::date
     from json_to_recordset($1::json) as l (partner_id uuid, amount bigint)
     group by partner_id having sum(amount) > 0 order by partner_id`,
    values: [JSON.stringify(rows), today],
  };
}
