import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

const WINDOWS = [7, 30, 90];

/** SQL for a partner's counted clicks in the `days` days up to and including `until`, by adding up the days. */
const addedUp = (partner: string, days: number, until: string) => `(
  select coalesce(sum(p.events), 0) from partner_days p
  where p.partner_id = ${partner} and p.kind = 'click' and p.verdict = 'counted'
    and p.day > ${until} - ${days} and p.day <= ${until})`;

const each = (write: (days: number) => string, between = ",\n") => WINDOWS.map(write).join(between);

/**
 * Moves the totals by what `changes` says (partner_id, day, events), the oldest day first. A day that is newer than any
 * before moves the window and has it added up anew; that is once a day for each partner.
 */
const follow = (changes: string) => `
  for changed in select distinct day from (${changes}) x order by day loop
    update partner_clicks c set
      clicks = c.clicks + x.events,
      as_of = greatest(c.as_of, changed),
      ${each(
        (days) => `last_${days} = case
          when changed > c.as_of then ${addedUp("c.partner_id", days, "changed")}
          when changed > c.as_of - ${days} then c.last_${days} + x.events
          else c.last_${days} end`,
      )}
    from (${changes}) x
    where x.day = changed and c.partner_id = x.partner_id;
  end loop;`;

const COUNTED = "kind = 'click' and verdict = 'counted'";

/**
 * The clicks of a partner's last 7, 30 and 90 days, kept by the statement that moves the daily totals, so that a board
 * costs the same however many partners and days there are. They stand for the days up to `as_of`, the last day that
 * counted a click. Later they can only be too high, never too low, because days leave the window and none enter: a
 * reader subtracts what has left.
 */
export class LeaderboardWindowsMigration extends Migration {
  override up(): void {
    this.addSql(`
      -- Not "strict": then it could not be written into the place of its call.
      -- Four steps to the double. An index on the totals themselves would be rewritten with every click; this hardly
      -- ever changes, and sorts well enough to find those who may be on top.
      create function magnitude(clicks bigint) returns smallint language sql immutable parallel safe as $$
        select case when clicks < 1 then 0 else 1 + floor(4 * ln(clicks::float8) / ln(2::float8))::int end::smallint
      $$;

      alter table partner_clicks
        add column as_of date not null default '-infinity',
        ${each((days) => `add column last_${days} bigint not null default 0 check (last_${days} >= 0)`)},
        add column magnitude_ever smallint not null generated always as (magnitude(clicks)) stored,
        ${each((days) => `add column magnitude_${days} smallint not null generated always as (magnitude(last_${days})) stored`)};
      update partner_clicks c set as_of = d.day, ${each((days) => `last_${days} = ${addedUp("c.partner_id", days, "d.day")}`)}
        from (select partner_id, max(day) as day from partner_days where ${COUNTED} group by partner_id) d
        where d.partner_id = c.partner_id;
      create index partner_clicks_ever on partner_clicks (magnitude_ever);
      ${each((days) => `create index partner_clicks_${days} on partner_clicks (magnitude_${days});`, "\n")}
      create index partner_clicks_as_of on partner_clicks (as_of);

      create or replace function move_partner_clicks() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed date;
      begin
        if not exists (select from entered where ${COUNTED}) then return null; end if;
        insert into partner_clicks (partner_id, clicks)
          select distinct partner_id, 0 from entered where ${COUNTED}
          on conflict do nothing;
        ${follow(`select partner_id, day, events from entered where ${COUNTED}`)}
        return null;
      end $$;

      create or replace function move_partner_clicks_by_change() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed date;
      begin
        ${follow(`
          select partner_id, day, sum(events) as events
          from (
            select partner_id, day, events from entered where ${COUNTED}
            union all
            select partner_id, day, -events from replaced where ${COUNTED}
          ) change
          group by partner_id, day having sum(events) <> 0`)}
        return null;
      end $$;

      -- For those who had no click for days: without it, what they once had would be looked at by every reader.
      create function age_partner_clicks(partners uuid[], today date) returns void language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        perform lock_balances(partners);
        update partner_clicks c set as_of = today,
          ${each((days) => `last_${days} = ${addedUp("c.partner_id", days, "today")}`)}
        where c.partner_id = any (partners) and c.as_of < today;
      end $$;
      revoke execute on function magnitude(bigint), age_partner_clicks(uuid[], date) from public;
      grant execute on function magnitude(bigint), age_partner_clicks(uuid[], date) to ${APPLICATION_ROLE};
    `);
  }
}
