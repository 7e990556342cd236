import type { Day } from "@contentflow/domain/day";
import { microEuros } from "@contentflow/domain/money";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import type { Period } from "./period.ts";
import type { StatsDay } from "./stats.type.ts";

interface Row {
  day: Day;
  clicks: string;
  counted: string;
  earned: string;
  paid: string;
}

/** What each day of the period brought and cost; days without anything are there with zeros. */
export async function readDailyStats(em: EntityManager, { from, to }: Period): Promise<StatsDay[]> {
  const rows = await query<Row>(em, DAYS, [from, to]);
  return rows.map(({ day, clicks, counted, earned, paid }) => ({
    day,
    clicks: Number(clicks),
    counted: Number(counted),
    earned: microEuros(BigInt(earned)),
    paid: microEuros(BigInt(paid)),
  }));
}

const DAYS = `
  with clicked as (
    select day,
      sum(events) as clicks,
      sum(events) filter (where verdict = 'counted') as counted,
      sum(earned) filter (where verdict = 'counted') as earned
    from program_days
    where kind = 'click' and day between $1 and $2
    group by day
  ), settled as (
    select booked_on as day, sum(amount) as paid
    from ledger_entries
    where kind = 'settle' and booked_on between $1 and $2
    group by booked_on
  )
  select d.day::date::text as day,
    coalesce(c.clicks, 0)::text as clicks,
    coalesce(c.counted, 0)::text as counted,
    coalesce(c.earned, 0)::text as earned,
    coalesce(s.paid, 0)::text as paid
  from generate_series($1::date::timestamp, $2::date::timestamp, '1 day') as d (day)
  left join clicked c on c.day = d.day::date
  left join settled s on s.day = d.day::date
  order by d.day`;
