import { addDays, type Day } from "@contentflow/domain/day";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { ageKeptClicks } from "./age-kept-clicks.ts";
import { readLeaderboard } from "./read-leaderboard.ts";

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

/** The board by its definition: all days of all partners added up. */
async function addedUp(today: Day, days: number | null): Promise<string[]> {
  const rows = await test.database.sql<{ clicks: string }>(
    `select sum(d.events)::text as clicks from partner_days d join partners p on p.id = d.partner_id
     where d.kind = 'click' and d.verdict = 'counted' and ($2::int is null or d.day between $1::date - $2::int + 1 and $1::date)
     group by p.id having sum(d.events) > 0 order by sum(d.events) desc, p.created_at limit 20`,
    [today, days],
  );
  return rows.map(({ clicks }) => clicks);
}

async function expectBoards(today: Day): Promise<void> {
  test.setNow(`${today}T12:00:00Z`);
  for (const [period, days] of Object.entries(PERIODS)) {
    const board = await readLeaderboard(test.app, period as keyof typeof PERIODS, null);
    expect(board.map(({ clicks }) => String(clicks))).toEqual(await addedUp(today, days));
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

const step = fc.record({
  partner: fc.integer({ min: 1, max: PARTNERS }),
  // Mostly on the day itself; sometimes late, or by a clock that is ahead.
  ago: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -2, max: 120 })),
  events: fc.integer({ min: -20, max: 60 }),
  daysLater: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 40 })),
  age: fc.boolean(),
});

it("shows what adding up all days would, whatever came when", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: "max" }), async (steps) => {
      await test.database.sql("delete from partner_days");
      await test.database.sql("delete from partner_clicks");
      let today = FIRST;
      for (const { partner, ago, events, daysLater, age } of steps) {
        today = addDays(today, daysLater);
        await change(partner, addDays(today, -ago), events);
        if (age && daysLater > 0) {
          test.setNow(`${today}T12:00:00Z`);
          await ageKeptClicks(test.app);
        }
        if (daysLater > 0) await expectBoards(today);
      }
      await expectBoards(today);
    }),
    { numRuns: 10 },
  );
}, 120_000);

it("finds the first of many who all have about the same", async () => {
  await test.database.sql("delete from partner_days");
  await test.database.sql("delete from partner_clicks");
  for (let partner = 1; partner <= PARTNERS; partner += 1) await change(partner, FIRST, 100 + (partner % 7));
  await expectBoards(FIRST);
  await expectBoards(addDays(FIRST, 6));
  await expectBoards(addDays(FIRST, 7));
});
