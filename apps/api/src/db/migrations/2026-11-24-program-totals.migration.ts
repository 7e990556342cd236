import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** In days: of the boards, and of the statistics, whose longest period is 366. */
const CLICK_WINDOWS = [7, 30, 90];
const EARNED_WINDOWS = [7, 30, 90, 366];

const clicksOf = (write: (days: number) => string, between = ",\n") => CLICK_WINDOWS.map(write).join(between);
const earnedOf = (write: (days: number) => string, between = ",\n") =>
  EARNED_WINDOWS.map(write).join(between);

/** Where each partner of a row stands: the days of the board, 0 being all time, and the standing. */
const STANDINGS = [
  "(0, standing(clicks))",
  ...CLICK_WINDOWS.map((days) => `(${days}, standing(last_${days}))`),
].join(", ");

const CLICK_COLUMNS = `clicks, ${clicksOf((days) => `last_${days}`, ", ")}`;

const COUNTED = "kind = 'click' and verdict = 'counted'";

/** SQL for what a partner's days brought, of those after the first and up to the last. */
const addedUp = (column: string, after: string, last: string) => `(
  select coalesce(sum(p.${column}), 0) from partner_days p
  where p.partner_id = c.partner_id and p.kind = 'click' and p.verdict = 'counted'
    and p.day > ${after} and p.day <= ${last})`;

/** SQL for the kept total of `days` days, with what leaves it when its last day becomes `until`, which is later. */
const without = (kept: string, column: string, days: number, until: string) =>
  `c.${kept}_${days} - ${addedUp(column, `c.as_of - ${days}`, `least(c.as_of, ${until} - ${days})`)}`;

/** SQL for the kept total of `days` days after a change of a day in it, or of a later one, or of one long gone. */
const moved = (kept: string, column: string, days: number) =>
  `${kept}_${days} = case
    when changed > c.as_of then ${without(kept, column, days, "changed")} + x.${column}
    when changed > c.as_of - ${days} then c.${kept}_${days} + x.${column}
    else c.${kept}_${days} end`;

const LAST_EARNED = `(
  select coalesce(max(p.day), '-infinity') from partner_days p
  where p.partner_id = c.partner_id and p.kind = 'click' and p.verdict = 'counted' and p.earned > 0)`;

/** Moves what is kept of partners by what `changes` says (partner_id, day, events, earned), the oldest day first. */
const follow = (changes: string) => `
  for changed in select distinct day from (${changes}) x order by day loop
    update partner_clicks c set
      clicks = c.clicks + x.events,
      as_of = greatest(c.as_of, changed),
      last_earned_on = case
        when x.earned > 0 then greatest(c.last_earned_on, changed)
        when x.earned < 0 and c.last_earned_on = changed then ${LAST_EARNED}
        else c.last_earned_on end,
      ${clicksOf((days) => moved("last", "events", days))},
      ${earnedOf((days) => moved("earned", "earned", days))}
    from (${changes}) x
    where x.day = changed and c.partner_id = x.partner_id;
  end loop;`;

/** Adds (day, kind, verdict, events, earned, earners) to the totals of the program, in a slot that nobody else is at. */
const addToProgram = (changes: string) => `
  insert into program_days as p (day, kind, verdict, slot, events, earned, earners)
    select day, kind, verdict, own_slot, events, earned, earners from (${changes}) x
  on conflict (day, kind, verdict, slot) do update set
    events = p.events + excluded.events, earned = p.earned + excluded.earned, earners = p.earners + excluded.earners`;

/**
 * The totals of the whole program by day, and what each partner earned in the periods of the statistics. A page of
 * figures then costs the same however many partners there are.
 *
 * Who earned in the last days is not the sum of who earned on each. But periods end today, so whoever earned in one is
 * whoever last earned in it: partners are counted on the last day that they earned on, and these counts can be added up.
 * Likewise, one's own place on a board is found by counting those at higher numbers of clicks.
 */
export class ProgramTotalsMigration extends Migration {
  override up(): void {
    this.addSql(`
      -- Who is listed is read from it below, and followed from the end of this on: nothing may change in between.
      lock table partners in share row exclusive mode;

      -- Nobody adds up the days of all partners any more. What is asked of one partner's days has an index of its own, and
      -- this one, which seems to fit when there are no statistics of the latest days yet, would read those of everybody.
      drop index partner_days_counted;

      -- A slot is the share of one of the transactions that book at the same time: none waits for another's.
      create table program_days (
        day date not null,
        kind event_kind not null,
        verdict verdict not null,
        slot smallint not null,
        events bigint not null default 0,
        earned bigint not null default 0,
        earners bigint not null default 0,
        primary key (day, kind, verdict, slot)
      ) with (fillfactor = 50);

      -- With the schema in its name: a backup is restored without any to search. Doublings alone: a finer order would rewrite all indexes of a row more often, and saves few look-ups.
      create function doublings(amount bigint) returns smallint language sql immutable parallel safe as $$
        select ((public.magnitude(amount) + 3) / 4)::smallint
      $$;
      alter table partner_clicks
        add column last_earned_on date not null default '-infinity',
        ${earnedOf((days) => `add column earned_${days} bigint not null default 0 check (earned_${days} >= 0)`)},
        ${earnedOf((days) => `add column doublings_${days} smallint not null generated always as (doublings(earned_${days})) stored`)};

      update partner_clicks c set last_earned_on = d.last_earned_on, ${earnedOf((days) => `earned_${days} = d.earned_${days}`)}
        from (
          select c.partner_id, coalesce(max(p.day) filter (where p.earned > 0), '-infinity') as last_earned_on,
            ${earnedOf((days) => `coalesce(sum(p.earned) filter (where p.day > c.as_of - ${days}), 0) as earned_${days}`)}
          from partner_clicks c join partner_days p using (partner_id) where ${COUNTED} group by c.partner_id
        ) d
        where c.partner_id = d.partner_id;
      ${earnedOf((days) => `create index partner_clicks_earned_${days} on partner_clicks (doublings_${days});`, "\n")}
      insert into program_days (day, kind, verdict, slot, events, earned)
        select day, kind, verdict, 0, sum(events), sum(earned) from partner_days group by day, kind, verdict;
      update program_days p set earners = c.earners
        from (select last_earned_on as day, count(*) as earners from partner_clicks group by last_earned_on) c
        where p.day = c.day and p.kind = 'click' and p.verdict = 'counted';

      -- A step for each number of clicks while there are few of them, which most partners have, then as coarse as magnitude:
      -- who has many clicks seldom takes a step.
      create function standing(clicks bigint) returns smallint language sql immutable parallel safe as $$
        select case when clicks <= 128 then clicks else 128 + public.magnitude(clicks) end::smallint
      $$;
      -- How many partners stand where on the board of so many days, 0 being all time; by what is kept of them, whichever
      -- day it stands for.
      create table board_counts (
        days smallint not null,
        standing smallint not null,
        slot smallint not null,
        partners bigint not null,
        primary key (days, standing, slot)
      ) with (fillfactor = 50);
      alter table partner_clicks add column listed boolean not null default false;
      update partner_clicks c set listed = p.status = 'active' and p.on_leaderboard
        from partners p where p.id = c.partner_id;
      insert into board_counts
        select b.days, b.standing, 0, count(*)
        from partner_clicks cross join lateral (values ${STANDINGS}) as b (days, standing)
        where listed and b.standing > 0 group by b.days, b.standing;
      -- Who is yet to be brought up to date; of those who have been away for long there are more and more.
      create index partner_clicks_stale on partner_clicks (as_of) where magnitude_90 > 0 or doublings_366 > 0;

      -- The first that is free; held until the end of the transaction. Nobody ever waits for one.
      create function take_slot() returns smallint language plpgsql
        set search_path = public, pg_temp as $$
      declare
        slot smallint := 0;
      begin
        while not pg_try_advisory_xact_lock(hashtext('program_days'), slot) loop slot := slot + 1; end loop;
        return slot;
      end $$;

      create or replace function move_partner_clicks() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed date;
        own_slot smallint;
      begin
        if exists (select from entered where ${COUNTED}) then
          insert into partner_clicks (partner_id, clicks, listed)
            select partner_id, 0,
              exists (select from partners p where p.id = partner_id and p.status = 'active' and p.on_leaderboard)
            from (select distinct partner_id from entered where ${COUNTED}) e
            where not exists (select from partner_clicks c where c.partner_id = e.partner_id)
            on conflict do nothing;
          ${follow(`select partner_id, day, events, earned from entered where ${COUNTED}`)}
        end if;
        if exists (select from entered) then
          own_slot := take_slot();
          ${addToProgram(`
            select day, kind, verdict, sum(events) as events, sum(earned) as earned, 0 as earners
            from entered group by day, kind, verdict`)};
        end if;
        return null;
      end $$;

      create or replace function move_partner_clicks_by_change() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed date;
        own_slot smallint;
      begin
        ${follow(`
          select partner_id, day, sum(events) as events, sum(earned) as earned
          from (
            select partner_id, day, events, earned from entered where ${COUNTED}
            union all
            select partner_id, day, -events, -earned from replaced where ${COUNTED}
          ) change
          group by partner_id, day having sum(events) <> 0 or sum(earned) <> 0`)}
        if exists (select from entered) then
          own_slot := take_slot();
          ${addToProgram(`
            select day, kind, verdict, sum(events) as events, sum(earned) as earned, 0 as earners
            from (
              select day, kind, verdict, events, earned from entered
              union all
              select day, kind, verdict, -events, -earned from replaced
            ) change
            group by day, kind, verdict having sum(events) <> 0 or sum(earned) <> 0`)};
        end if;
        return null;
      end $$;

      -- Those of whom only something else has changed are gone before anything is counted.
      create function move_partner_counts() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        own_slot smallint := take_slot();
      begin
        ${addToProgram(`
          select last_earned_on as day, 'click'::event_kind as kind, 'counted'::verdict as verdict, 0 as events,
            0 as earned, sum(partners) as earners
          from (
            select last_earned_on, count(*) as partners from entered group by last_earned_on
            union all
            select last_earned_on, -count(*) from replaced group by last_earned_on
          ) change
          where last_earned_on > '-infinity'
          group by last_earned_on having sum(partners) <> 0`)};
        insert into board_counts as b (days, standing, slot, partners)
          select days, standing, own_slot, sum(partners)
          from (
            select ${CLICK_COLUMNS}, sum(partners) as partners
            from (
              select ${CLICK_COLUMNS}, 1 as partners from entered where listed
              union all
              select ${CLICK_COLUMNS}, -1 from replaced where listed
            ) row_changes
            group by ${CLICK_COLUMNS} having sum(partners) <> 0
          ) changed
          cross join lateral (values ${STANDINGS}) as board (days, standing)
          where standing > 0
          group by days, standing having sum(partners) <> 0
        on conflict (days, standing, slot) do update set partners = b.partners + excluded.partners;
        return null;
      end $$;
      create trigger counts_follow_partners after update on partner_clicks
        referencing old table as replaced new table as entered
        for each statement execute function move_partner_counts();

      -- Whoever changes it holds the balance, as all do who count clicks: nobody begins to count in between.
      create function move_listing() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        update partner_clicks set listed = new.status = 'active' and new.on_leaderboard where partner_id = new.id;
        return null;
      end $$;
      create trigger listing_follows_partner after update on partners
        for each row when ((old.status = 'active' and old.on_leaderboard) <> (new.status = 'active' and new.on_leaderboard))
        execute function move_listing();

      create or replace function age_partner_clicks(partners uuid[], today date) returns void language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        perform lock_balances(partners);
        update partner_clicks c set as_of = today,
          ${clicksOf((days) => `last_${days} = ${without("last", "events", days, "today")}`)},
          ${earnedOf((days) => `earned_${days} = ${without("earned", "earned", days, "today")}`)}
        where c.partner_id = any (partners) and c.as_of < today;
      end $$;

      revoke all on program_days, board_counts from public;
      revoke execute on function doublings(bigint), standing(bigint), take_slot(), move_partner_counts(), move_listing() from public;
      grant select on program_days, board_counts to ${APPLICATION_ROLE};
      grant execute on function doublings(bigint), standing(bigint) to ${APPLICATION_ROLE};
    `);
  }
}
