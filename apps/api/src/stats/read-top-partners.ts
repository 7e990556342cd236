import { daysBetween } from "@contentflow/domain/day";
import { microEuros } from "@contentflow/domain/money";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import type { Period } from "./period.ts";
import type { PartnerRevenue } from "./stats.type.ts";

const PLACES = 10;
/** More than are named: some of them may have earned it before the period. */
const SAMPLE = 5 * PLACES;
/** Of the largest amount that the column holds. */
const MOST_DOUBLINGS = 64;
/** The numbers of days whose earnings are kept for each partner; no period is longer than the last. */
const KEPT = [7, 30, 90, 366];

/** At most ten of those who earned in the period: most euros first, then most clicks. */
export async function readTopPartners(em: EntityManager, { from, to }: Period): Promise<PartnerRevenue[]> {
  const sql = top(daysBetween(from, to) + 1);
  const rows = await query<{ partnerId: string; clicks: string; earned: string }>(em, sql, [from, to]);
  const partners = await em.find(PartnerEntity, { id: rows.map(({ partnerId }) => partnerId) });
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  return rows.flatMap(({ partnerId, clicks, earned }) => {
    const partner = byId.get(partnerId);
    return partner ? [{ partner, clicks: Number(clicks), earned: microEuros(BigInt(earned)) }] : [];
  });
}

const addedUp = (column: "events" | "earned", days: string) => `(
  select coalesce(sum(d.${column}), 0)::bigint from partner_days d
  where d.partner_id = c.partner_id and d.kind = 'click' and d.verdict = 'counted' and ${days})`;

const IN_PERIOD = "d.day between $1::date and $2::date";

/**
 * SQL for those who may be among the first (partner_id, earned), a dozen or so however many partners there are. What is
 * kept of at least as many days is never less than what they earned in the period, so the tenth of those with the most of
 * it is a bar below which nobody has to be looked at.
 */
function candidates(days: number): string {
  const kept = KEPT.find((window) => window >= days);
  // The days that are not in the period, or those that are: whichever are fewer.
  const earned =
    2 * days < (kept ?? 0)
      ? addedUp("earned", IN_PERIOD)
      : `(c.earned_${kept} - ${addedUp("earned", `d.day > c.as_of - ${kept} and d.day < $1::date`)})`;
  return `
    sample as (
      select case when c.as_of < $1::date then 0 else ${earned} end as earned
      from partner_clicks c where c.as_of <= $2::date order by c.doublings_${kept} desc limit ${SAMPLE}
    ), bar as (
      select coalesce((select earned from sample order by earned desc offset ${PLACES - 1} limit 1), 0) as earned
    ), candidates as (
      select c.partner_id, case when c.as_of < $1::date then 0 else ${earned} end as earned
      from partner_clicks c
      -- With an upper end, or the planner expects a third of all partners, and would read them all.
      where c.doublings_${kept} between doublings(greatest(1, (select earned from bar))) and ${MOST_DOUBLINGS}
        and c.as_of <= $2::date
      union all
      -- Booked by a clock that is ahead of ours: what is kept for them is of other days.
      select c.partner_id, ${addedUp("earned", IN_PERIOD)} from partner_clicks c where c.as_of > $2::date
    )`;
}

const top = (days: number) => `
  with ${candidates(days)}, first as (
    select partner_id, earned from candidates
    where earned >= greatest(1, (select earned from candidates order by earned desc offset ${PLACES - 1} limit 1))
  )
  select c.partner_id as "partnerId", counted.clicks::text, c.earned::text
  from first c cross join lateral (select ${addedUp("events", IN_PERIOD)} as clicks offset 0) counted
  order by c.earned desc, counted.clicks desc, c.partner_id
  limit ${PLACES}`;
