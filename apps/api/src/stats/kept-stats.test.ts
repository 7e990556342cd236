import { addDays, type Day } from "@contentflow/domain/day";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ageKeptClicks } from "../leaderboard/age-kept-clicks.ts";
import { keptDifferences } from "../ledger/kept-differences.test-kit.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { readStats } from "./read-stats.ts";

const PARTNERS = 25;
const FIRST: Day = "2026-01-01";
const PERIODS = [1, 2, 7, 30, 45, 90, 250, 366];

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await test.database.sql(
    `insert into partners (email) select 'p' || n || '@example.org' from generate_series(1, ${PARTNERS}) as n`,
  );
});
afterAll(() => test.close());
beforeEach(() => test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts"));

interface Figures {
  readonly totals: readonly (readonly [day: Day, clicks: number, counted: number, earned: string])[];
  readonly verdicts: Readonly<Record<string, number>>;
  readonly conversions: number;
  readonly earners: number;
  readonly top: readonly (readonly [partner: string, clicks: number, earned: string])[];
}

/** The statistics by their definition: all days of all partners added up. */
async function addedUp(today: Day, days: number): Promise<Figures> {
  const [row] = await test.database.sql<{ figures: Figures }>(ADDED_UP, [addDays(today, 1 - days), today]);
  if (!row) throw new Error("nothing was added up");
  return row.figures;
}

const ADDED_UP = `
  with period as (select * from partner_days where day between $1 and $2),
  by_day as (
    select s::date::text as day, coalesce(sum(events) filter (where kind = 'click'), 0) as clicks,
      coalesce(sum(events) filter (where kind = 'click' and verdict = 'counted'), 0) as counted,
      coalesce(sum(earned) filter (where kind = 'click' and verdict = 'counted'), 0)::text as earned
    from generate_series($1::date::timestamp, $2::date::timestamp, '1 day') s left join period on day = s::date group by s
  ), earners as (
    select partner_id::text, sum(events) as clicks, sum(earned) as earned from period
    where kind = 'click' and verdict = 'counted' group by partner_id having sum(earned) > 0
  ), top as (
    select * from earners order by earned desc, clicks desc, partner_id limit 10
  )
  select json_build_object(
    'totals', (select json_agg(json_build_array(day, clicks, counted, earned) order by day) from by_day),
    'verdicts', (select coalesce(json_object_agg(verdict, events), '{}') from (
      select verdict, sum(events) as events from period where kind = 'click' group by verdict having sum(events) > 0) v),
    'conversions', (select coalesce(sum(events), 0) from period where kind = 'conversion' and verdict = 'counted'),
    'earners', (select count(*) from earners),
    'top', (select coalesce(json_agg(json_build_array(partner_id, clicks, earned::text)
      order by earned desc, clicks desc, partner_id), '[]') from top)) as figures`;

async function kept(days: number): Promise<Figures> {
  const stats = await readStats(test.app, days);
  return {
    totals: stats.days.map(({ day, clicks, counted, earned }) => [day, clicks, counted, String(earned)]),
    verdicts: Object.fromEntries(
      stats.events.filter(({ clicks }) => clicks > 0).map(({ verdict, clicks }) => [verdict, clicks]),
    ),
    conversions: stats.conversions,
    earners: stats.earningPartners,
    top: stats.topPartners.map(({ partner, clicks, earned }) => [partner.id, clicks, String(earned)]),
  };
}

async function expectStats(today: Day): Promise<void> {
  test.setNow(`${today}T12:00:00Z`);
  for (const days of PERIODS) expect(await kept(days)).toEqual(await addedUp(today, days));
}

interface Change {
  readonly partner: number;
  readonly ago: number;
  readonly events: number;
  readonly rate: number;
  readonly what: string;
}

// As the write of a batch does: what is there is updated, the rest inserted, in one statement. What counted and turns
// out not to have is taken back with all that it earned.
const CHANGE = `
  with change as materialized (
    select p.id as partner_id, $1::date - c.ago as day, split_part(c.what, ' ', 1)::event_kind as kind,
      split_part(c.what, ' ', 2)::verdict as verdict, sum(c.events) as events,
      sum(case when c.what = 'click counted' then c.events * c.rate else 0 end) as earned
    from json_to_recordset($2::json) as c (partner int, ago int, events int, rate int, what text)
    join partners p on p.email = 'p' || c.partner || '@example.org'
    group by 1, 2, 3, 4
  ), grown as (
    update partner_days d set
      events = greatest(d.events + c.events, 0),
      earned = case when d.events + c.events <= 0 then 0 else greatest(d.earned + c.earned, 0) end
    from change c
    where (d.partner_id, d.day, d.kind, d.verdict) = (c.partner_id, c.day, c.kind, c.verdict)
    returning d.partner_id, d.day, d.kind, d.verdict
  )
  insert into partner_days (partner_id, day, kind, verdict, events, earned)
  select partner_id, day, kind, verdict, greatest(events, 0), greatest(earned, 0) from change c
  where not exists (
    select from grown g where (g.partner_id, g.day, g.kind, g.verdict) = (c.partner_id, c.day, c.kind, c.verdict))`;

const apply = (today: Day, changes: readonly Change[]) =>
  test.database.sql(CHANGE, [today, JSON.stringify(changes)]);

const change = fc.record({
  partner: fc.integer({ min: 1, max: PARTNERS }),
  // Mostly on the day itself; sometimes late, or by a clock that is ahead.
  ago: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -2, max: 400 })),
  events: fc.integer({ min: -20, max: 40 }),
  rate: fc.constantFrom(0, 1, 5, 200_000),
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constant("click counted") },
    fc.constantFrom("click bot", "click invalidated", "view counted", "conversion counted"),
  ),
});
const step = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 12 }),
  daysLater: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 })),
  age: fc.boolean(),
});

it("shows what adding up all days would, whatever came when", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14, size: "max" }), async (steps) => {
      await test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts");
      let today = FIRST;
      for (const { changes, daysLater, age } of steps) {
        today = addDays(today, daysLater);
        await apply(today, changes);
        if (age && daysLater > 0) {
          test.setNow(`${today}T12:00:00Z`);
          await ageKeptClicks(test.app);
        }
        if (daysLater > 0) await expectStats(today);
      }
      await expectStats(today);
      expect(await keptDifferences(test)).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 120_000);

it("names the first of many who all earned about the same, and those who had it before the period no longer", async () => {
  const all = Array.from({ length: PARTNERS }, (_, index) => index + 1);
  const earned = (ago: number, events: (partner: number) => number) =>
    apply(
      FIRST,
      all.map((partner) => ({ partner, ago, events: events(partner), rate: 10, what: "click counted" })),
    );
  await earned(20, (partner) => 1_000 * partner);
  await earned(0, (partner) => 100 + (partner % 7));
  await expectStats(FIRST);
  await expectStats(addDays(FIRST, 6));
  await expectStats(addDays(FIRST, 7));
});
