import { addDays, type Day } from "@contentflow/domain/day";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keptDifferences } from "../ledger/kept-differences.test-kit.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { ageKeptClicks } from "./age-kept-clicks.ts";
import { readLeaderboard } from "./read-leaderboard.ts";
import { readLeaderboardPlace } from "./read-leaderboard-place.ts";

const PERIODS = { last_7_days: 7, last_30_days: 30, last_90_days: 90, all_time: null } as const;
const PARTNERS = 30;
const FIRST: Day = "2026-01-01";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await test.database.sql(
    `insert into partners (email, created_at) select 'p' || n || '@example.org', '2020-01-01'::timestamptz + n * interval '1 day'
     from generate_series(1, ${PARTNERS}) as n`,
  );
});
afterAll(() => test.close());

const CLICKS = `
  select p.id, p.created_at, coalesce(sum(d.events), 0) as clicks, p.status = 'active' and p.on_leaderboard as listed
  from partners p left join partner_days d on d.partner_id = p.id and d.kind = 'click' and d.verdict = 'counted'
    and ($2::int is null or d.day between $1::date - $2::int + 1 and $1::date)
  group by p.id`;

/** Everybody's place by its definition. */
async function places(today: Day, days: number | null) {
  return test.database.sql<{
    id: string;
    clicks: number;
    rank: number | null;
    partners: number;
    listed: boolean;
  }>(
    `with everybody as (${CLICKS})
     select e.id, e.clicks::int, e.listed, o.partners::int,
       case when e.listed and e.clicks > 0 then o.ahead::int + 1 end as rank
     from everybody e cross join lateral (
       select count(*) filter (where o.clicks > 0) as partners, count(*) filter (where o.clicks > e.clicks) as ahead
       from everybody o where o.listed) o
     order by e.clicks desc, e.id`,
    [today, days],
  );
}

/** The board by its definition: all days of all partners added up. */
async function addedUp(today: Day, days: number | null): Promise<string[]> {
  const rows = await test.database.sql<{ clicks: string }>(
    `select clicks::text from (${CLICKS}) c where listed and clicks > 0 order by c.clicks desc, created_at limit 20`,
    [today, days],
  );
  return rows.map(({ clicks }) => clicks);
}

async function expectBoards(today: Day): Promise<void> {
  test.setNow(`${today}T12:00:00Z`);
  for (const [period, days] of Object.entries(PERIODS)) {
    const board = await readLeaderboard(test.app, period as keyof typeof PERIODS, null);
    expect(board.map(({ clicks }) => String(clicks))).toEqual(await addedUp(today, days));
    const everybody = await places(today, days);
    // Some of each rank: from the first to those without a click.
    for (const { id, ...place } of everybody.filter((_, index) => index % 5 === 0)) {
      expect(await readLeaderboardPlace(test.app, id, period as keyof typeof PERIODS)).toEqual(place);
    }
  }
}

/** Moves a day's total as a batch of clicks, or a later verdict on some of them, does. */
async function change(partner: number, day: Day, events: number): Promise<void> {
  await test.database.sql(
    `insert into partner_days (partner_id, day, kind, verdict, events, earned)
     select id, $2, 'click', 'counted', greatest($3::int, 0), 0 from partners where email = 'p' || $1::int || '@example.org'
     on conflict (partner_id, day, kind, verdict) do update set events = greatest(partner_days.events + $3::int, 0)`,
    [partner, day, events],
  );
}

/** Whether they may stand on the board: suspended by somebody, or gone from it by their own choice. */
async function list(partner: number, shown: "yes" | "hidden" | "suspended"): Promise<void> {
  await test.database.sql(
    `update partners set status = $2::partner_status, on_leaderboard = $3 where email = 'p' || $1::int || '@example.org'`,
    [partner, shown === "suspended" ? "suspended" : "active", shown !== "hidden"],
  );
}

const step = fc.record({
  shown: fc.oneof(
    { weight: 4, arbitrary: fc.constant("yes" as const) },
    fc.constantFrom("hidden" as const, "suspended" as const),
  ),
  partner: fc.integer({ min: 1, max: PARTNERS }),
  // Mostly on the day itself; sometimes late, or by a clock that is ahead.
  ago: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -2, max: 120 })),
  events: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -20, max: 60 }) },
    fc.integer({ min: -150, max: 300 }),
  ),
  daysLater: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 40 })),
  age: fc.boolean(),
});

it("shows what adding up all days would, whatever came when", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: "max" }), async (steps) => {
      await test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts");
      await test.database.sql("update partners set status = 'active', on_leaderboard = true");
      let today = FIRST;
      for (const { partner, ago, events, daysLater, age, shown } of steps) {
        today = addDays(today, daysLater);
        await list(partner, shown);
        await change(partner, addDays(today, -ago), events);
        if (age && daysLater > 0) {
          test.setNow(`${today}T12:00:00Z`);
          await ageKeptClicks(test.app);
        }
        if (daysLater > 0) await expectBoards(today);
      }
      await expectBoards(today);
      expect(await keptDifferences(test)).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 120_000);

it("finds the first of many who all have about the same", async () => {
  await test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts");
  await test.database.sql("update partners set status = 'active', on_leaderboard = true");
  for (let partner = 1; partner <= PARTNERS; partner += 1) await change(partner, FIRST, 100 + (partner % 7));
  await expectBoards(FIRST);
  await expectBoards(addDays(FIRST, 6));
  await expectBoards(addDays(FIRST, 7));
});
