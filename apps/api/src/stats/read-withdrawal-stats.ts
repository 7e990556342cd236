import { microEuros } from "@contentflow/domain/money";
import { WITHDRAWAL_STATUSES, type WithdrawalStatus } from "@contentflow/domain/withdrawal";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import type { Period } from "./period.ts";
import type { PayoutVelocity, WithdrawalTotal } from "./stats.type.ts";

/** Withdrawals requested in the period, by where they stand now; every status is there. */
export async function readWithdrawalTotals(
  em: EntityManager,
  { from, to }: Period,
): Promise<WithdrawalTotal[]> {
  const rows = await query<{ status: WithdrawalStatus; count: number; sum: string }>(em, TOTALS, [
    WITHDRAWAL_STATUSES,
    from,
    to,
  ]);
  return rows.map(({ status, count, sum }) => ({ status, count, sum: microEuros(BigInt(sum)) }));
}

/** Hours from requested to paid of what was paid in the period; null when nothing was. */
export async function readPayoutVelocity(
  em: EntityManager,
  { from, to }: Period,
): Promise<PayoutVelocity | null> {
  const [row] = await query<{ payouts: number; hours: [number, number] | null }>(em, VELOCITY, [from, to]);
  if (!row?.hours) return null;
  const [medianHours, p90Hours] = row.hours;
  return { medianHours, p90Hours, payouts: row.payouts };
}

// One look into the index per status, instead of all withdrawals that ever were.
const TOTALS = `
  select s.status, w.count, w.sum
  from unnest($1::withdrawal_status[]) with ordinality as s (status, place)
  cross join lateral (
    select count(*)::int as count, coalesce(sum(amount), 0)::text as sum
    from withdraw_requests
    where status = s.status
      and requested_at >= $2::date::timestamp at time zone 'UTC'
      and requested_at < ($3::date + 1)::timestamp at time zone 'UTC'
  ) w
  order by s.place`;

const VELOCITY = `
  select count(*)::int as payouts,
    percentile_cont(array[0.5, 0.9]) within group (
      order by (extract(epoch from paid_at - requested_at) / 3600)::float8
    ) as hours
  from withdraw_requests
  where status = 'paid'
    and paid_at >= $1::date::timestamp at time zone 'UTC'
    and paid_at < ($2::date + 1)::timestamp at time zone 'UTC'`;
