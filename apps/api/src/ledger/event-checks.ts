import type { LedgerCheck } from "./ledger-checks.ts";

/** Events of nobody we know are totalled under the nil id. */
const OWNER = "coalesce(partner_id, '00000000-0000-0000-0000-000000000000')";

const EVENT_TOTALS = `
  select ${OWNER} as partner_id, booked_on as day, kind, verdict, count(*) as events,
    sum(case when verdict in ('counted', 'invalidated') then epc else 0 end) as earned
  from metric_events where booked_on >= $1::date
  group by 1, 2, 3, 4`;

const daysMatchEvents = (column: "events" | "earned"): string => `
  select 'partner ' || partner_id as subject, verdict || ' ' || kind || 's on ' || day as what,
    coalesce(d.${column}, 0)::text as found, coalesce(e.${column}, 0)::text as wanted
  from (select * from partner_days where day >= $1::date) d
  full join (${EVENT_TOTALS}) e using (partner_id, day, kind, verdict)
  where coalesce(d.${column}, 0) <> coalesce(e.${column}, 0)`;

const DAYS_COUNT_EVENTS: LedgerCheck = {
  name: "totals by day count the events",
  unit: "count",
  sql: daysMatchEvents("events"),
};

const DAYS_SUM_RATES: LedgerCheck = {
  name: "totals by day sum up the frozen rates of counted clicks",
  unit: "euros",
  sql: daysMatchEvents("earned"),
};

// With all clicks of a partner still there, the counters of their links must be equal to them; later they can only
// be more.
const linksMatchEvents = (column: "clicks" | "earned"): string => `
  with kept as (
    select partner_id, link_id, count(*) as clicks, sum(epc) as earned from metric_events
    where booked_on >= $1::date and kind = 'click' and verdict = 'counted'
    group by partner_id, link_id
  ), partly_dropped as (
    select partner_id
    from (select partner_id, sum(clicks) as clicks from kept group by partner_id) k
    right join (
      select partner_id, sum(events) as clicks from partner_days
      where kind = 'click' and verdict = 'counted' group by partner_id
    ) d using (partner_id)
    where d.clicks <> coalesce(k.clicks, 0)
  )
  select 'partner ' || l.partner_id as subject, '${column} of link ' || l.code as what,
    l.${column}::text as found, coalesce(k.${column}, 0)::text as wanted
  from links l left join kept k on k.link_id = l.id and k.partner_id = l.partner_id
  where l.${column} < coalesce(k.${column}, 0)
    or (l.${column} > coalesce(k.${column}, 0)
      and not exists (select from partly_dropped p where p.partner_id = l.partner_id))`;

const LINKS_COUNT_CLICKS: LedgerCheck = {
  name: "links count their counted clicks",
  unit: "count",
  sql: linksMatchEvents("clicks"),
};

const LINKS_SUM_RATES: LedgerCheck = {
  name: "links sum up what their counted clicks earned",
  unit: "euros",
  sql: linksMatchEvents("earned"),
};

const PARTNERS_COUNT_DAYS: LedgerCheck = {
  name: "clicks of all time are the sums of the days",
  unit: "count",
  sql: `
    select 'partner ' || partner_id as subject, 'clicks of all time' as what,
      coalesce(c.clicks, 0)::text as found, coalesce(d.clicks, 0)::text as wanted
    from partner_clicks c
    full join (
      select partner_id, sum(events) as clicks from partner_days
      where kind = 'click' and verdict = 'counted' group by partner_id
    ) d using (partner_id)
    where coalesce(c.clicks, 0) <> coalesce(d.clicks, 0)`,
};

const WINDOWS_COUNT_DAYS: LedgerCheck = {
  name: "clicks kept for the leaderboard are the sums of their days",
  unit: "count",
  sql: `
    select 'partner ' || c.partner_id as subject, 'clicks of the ' || w.days || ' days up to ' || c.as_of as what,
      w.kept::text as found, coalesce(sum(d.events), 0)::text as wanted
    from partner_clicks c
    cross join lateral (values (7, c.last_7), (30, c.last_30), (90, c.last_90)) as w (days, kept)
    left join partner_days d on d.partner_id = c.partner_id and d.kind = 'click' and d.verdict = 'counted'
      and d.day > c.as_of - w.days and d.day <= c.as_of
    group by c.partner_id, c.as_of, w.days, w.kept
    having w.kept <> coalesce(sum(d.events), 0)`,
};

const EVENTS_HAVE_OWNERS: LedgerCheck = {
  name: "events belong to partners and links that exist",
  unit: "text",
  sql: `
    select 'event ' || e.id as subject, 'owner' as what,
      'partner ' || coalesce(e.partner_id::text, 'unknown') || coalesce(', link ' || e.link_id, '') as found,
      'a partner that exists, and a link of theirs' as wanted
    from metric_events e
    left join partners p on p.id = e.partner_id
    left join links l on l.id = e.link_id
    where (e.partner_id is not null and p.id is null)
      or (e.link_id is not null and l.id is null)
      or (e.verdict in ('counted', 'invalidated') and l.partner_id <> e.partner_id)`,
};

export const EVENT_CHECKS: readonly LedgerCheck[] = [
  DAYS_COUNT_EVENTS,
  DAYS_SUM_RATES,
  LINKS_COUNT_CLICKS,
  LINKS_SUM_RATES,
  PARTNERS_COUNT_DAYS,
  WINDOWS_COUNT_DAYS,
  EVENTS_HAVE_OWNERS,
];
