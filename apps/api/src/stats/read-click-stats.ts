import { type EventKind, VERDICTS, type Verdict } from "@contentflow/domain/click";
import { microEuros, sum } from "@contentflow/domain/money";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import type { Period } from "./period.ts";
import type { PartnerRevenue, Stats } from "./stats.type.ts";

type ClickStats = Pick<
  Stats,
  | "events"
  | "earnings"
  | "earningPartners"
  | "topPartners"
  | "shareAttributed"
  | "conversions"
  | "conversionRate"
>;

interface Total {
  kind: EventKind;
  verdict: Verdict;
  events: string;
  earned: string;
  earners: number;
}

/** What is counted per event, from the daily totals: the cost does not grow with the number of events. */
export async function readClickStats(em: EntityManager, { from, to }: Period): Promise<ClickStats> {
  const totals = await query<Total>(em, TOTALS, [from, to]);
  const eventsOf = (kind: EventKind, verdict: Verdict) =>
    Number(totals.find((total) => total.kind === kind && total.verdict === verdict)?.events ?? 0);

  const events = VERDICTS.map((verdict) => ({ verdict, clicks: eventsOf("click", verdict) }));
  const all = events.reduce((count, { clicks }) => count + clicks, 0);
  const unattributed = eventsOf("click", "unknown_partner") + eventsOf("click", "unknown_link");
  const counted = totals.filter(({ kind, verdict }) => kind === "click" && verdict === "counted");
  const conversions = eventsOf("conversion", "counted");
  return {
    events,
    earnings: sum(counted.map(({ earned }) => microEuros(BigInt(earned)))),
    earningPartners: counted[0]?.earners ?? 0,
    topPartners: await readTopPartners(em, { from, to }),
    shareAttributed: ratio(all - unattributed, all),
    conversions,
    conversionRate: ratio(conversions, eventsOf("click", "counted")),
  };
}

async function readTopPartners(em: EntityManager, { from, to }: Period): Promise<PartnerRevenue[]> {
  const rows = await query<{ partnerId: string; clicks: string; earned: string }>(em, TOP, [from, to]);
  const partners = await em.find(PartnerEntity, { id: rows.map(({ partnerId }) => partnerId) });
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  return rows.flatMap(({ partnerId, clicks, earned }) => {
    const partner = byId.get(partnerId);
    return partner ? [{ partner, clicks: Number(clicks), earned: microEuros(BigInt(earned)) }] : [];
  });
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

const TOTALS = `
  with by_partner as (
    select partner_id, kind, verdict, sum(events) as events, sum(earned) as earned
    from partner_days
    where day between $1 and $2
    group by partner_id, kind, verdict
  )
  select kind, verdict, sum(events)::text as events, sum(earned)::text as earned,
    (count(*) filter (where earned > 0))::int as earners
  from by_partner
  group by kind, verdict`;

const TOP = `
  select partner_id as "partnerId", sum(events)::text as clicks, sum(earned)::text as earned
  from partner_days
  where kind = 'click' and verdict = 'counted' and day between $1 and $2
  group by partner_id
  having sum(earned) > 0
  order by sum(earned) desc, sum(events) desc, partner_id
  limit 10`;
