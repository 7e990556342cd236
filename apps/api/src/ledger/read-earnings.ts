import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import { type MicroEuros, microEuros } from "@contentflow/domain/money";
import type { App } from "../app.ts";

/** A year and a day: a year ago can stand beside today. */
const MAX_DAYS = 366;

export interface DayOfEarnings {
  readonly day: Day;
  /** Counted clicks. */
  readonly clicks: number;
  readonly earned: MicroEuros;
}

/**
 * A partner's last days up to and including today, oldest first, without gaps.
 * @throws DomainError BAD_USER_INPUT when `days` is not 1 to 366
 */
export async function readEarnings(
  app: Pick<App, "database" | "now">,
  partnerId: string,
  days: number,
): Promise<DayOfEarnings[]> {
  if (days < 1 || days > MAX_DAYS) {
    throw new DomainError("BAD_USER_INPUT", { field: "days", reason: `must be from 1 to ${MAX_DAYS}` });
  }
  const today = dayOf(app.now());
  const { rows } = await app.database.pool.query<{ day: Day; clicks: number; earned: string }>({
    name: "read-earnings",
    text: READ,
    values: [partnerId, addDays(today, 1 - days), today],
  });
  return rows.map((row) => ({ ...row, earned: microEuros(BigInt(row.earned)) }));
}

const READ = `
  select d.day::date::text as day, coalesce(p.events, 0)::float8 as clicks, coalesce(p.earned, 0)::text as earned
  from generate_series($2::date::timestamp, $3::date::timestamp, '1 day') as d (day)
  left join partner_days p
    on p.partner_id = $1 and p.day = d.day::date and p.kind = 'click' and p.verdict = 'counted'
  order by d.day`;
