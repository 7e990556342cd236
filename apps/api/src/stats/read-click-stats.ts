import { type EventKind, VERDICTS, type Verdict } from "@contentflow/domain/click";
import { microEuros, sum } from "@contentflow/domain/money";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import type { Period } from "./period.ts";
import { readTopPartners } from "./read-top-partners.ts";
import type { Stats } from "./stats.type.ts";

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

/** What is counted per event, from totals that are kept: the cost grows neither with events nor with partners. */
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

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

// Whoever earned in a period that ends today last earned in it. Booked by a clock that is ahead of ours, somebody's last
// day may be later: then their days are looked at.
const TOTALS = `
  select kind, verdict, sum(events)::text as events, sum(earned)::text as earned,
    (sum(earners) + case when kind = 'click' and verdict = 'counted' then (
      select count(*) from partner_clicks c
      where c.as_of > $2::date and c.last_earned_on > $2::date and exists (
        select from partner_days d
        where d.partner_id = c.partner_id and d.kind = 'click' and d.verdict = 'counted' and d.earned > 0
          and d.day between $1::date and $2::date)
    ) else 0 end)::int as earners
  from program_days
  where day between $1::date and $2::date
  group by kind, verdict`;
