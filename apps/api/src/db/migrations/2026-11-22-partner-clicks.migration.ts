import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** All counted clicks of a partner, ever: adding them up anew for each reader would cost more every day. */
export class PartnerClicksMigration extends Migration {
  override up(): void {
    this.addSql(`
      create table partner_clicks (
        partner_id uuid primary key,
        clicks bigint not null check (clicks >= 0)
      ) with (fillfactor = 70);
      insert into partner_clicks
        select partner_id, sum(events) from partner_days
        where kind = 'click' and verdict = 'counted' group by partner_id;

      -- Follows the daily totals in the statement that moves them. Who writes those holds the partners' balances
      -- locked, so two of these never wait for each other in a circle.
      create function move_partner_clicks() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        insert into partner_clicks as c
          select partner_id, sum(events) from entered
          where kind = 'click' and verdict = 'counted' group by partner_id
        on conflict (partner_id) do update set clicks = c.clicks + excluded.clicks;
        return null;
      end $$;
      create trigger clicks_follow_new_days after insert on partner_days
        referencing new table as entered for each statement execute function move_partner_clicks();

      create function move_partner_clicks_by_change() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        update partner_clicks c set clicks = c.clicks + d.clicks
        from (
          select partner_id, sum(n.events - o.events) as clicks
          from entered n join replaced o using (partner_id, day, kind, verdict)
          where kind = 'click' and verdict = 'counted'
          group by partner_id
        ) d
        where c.partner_id = d.partner_id and d.clicks <> 0;
        return null;
      end $$;
      create trigger clicks_follow_grown_days after update on partner_days
        referencing old table as replaced new table as entered
        for each statement execute function move_partner_clicks_by_change();

      revoke all on partner_clicks from public;
      revoke execute on function move_partner_clicks(), move_partner_clicks_by_change() from public;
      grant select on partner_clicks to ${APPLICATION_ROLE};
    `);
  }
}
