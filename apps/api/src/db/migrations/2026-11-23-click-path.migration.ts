import { Migration } from "@mikro-orm/migrations";

/** Recording costs the same per click whether a batch holds the clicks of one partner or of hundreds. */
export class ClickPathMigration extends Migration {
  override up(): void {
    this.addSql(`
      -- What a visitor clicked before is looked up with every batch, by a plan that may be as old as the day's table and
      -- knows nothing of its size. An index by link that could answer it too, by walking the whole day, must not be
      -- there to choose: this one is for questions that name a link.
      drop index metric_events_link;
      create index metric_events_link on metric_events (link_id, booked_on, id)
        where kind = 'click' and link_id is not null;

      -- Without the totals: an index that holds them is rewritten with every click, and all others of the table with it.
      drop index partner_days_counted;
      create index partner_days_counted on partner_days (day, partner_id)
        where verdict = 'counted' and kind = 'click';

      -- Notifications have room for 8,000 bytes: 200 partners each.
      create function tell_balances_changed(partners uuid[]) returns void language sql
        set search_path = public, pg_temp as $$
        select pg_notify('balance_changed', told.ids)
        from (
          select string_agg(partner::text, ',') as ids
          from unnest(partners) with ordinality as p (partner, place)
          group by (place - 1) / 200
        ) told
      $$;
      revoke execute on function tell_balances_changed(uuid[]) from public;

      -- As before, with what changed told at once.
      create or replace function move_balances() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed uuid[];
      begin
        with delta as (
          select partner_id,
            sum(case 'available' when credit_account::text then amount when debit_account::text then -amount else 0 end) as available,
            sum(case 'reserved' when credit_account::text then amount when debit_account::text then -amount else 0 end) as reserved,
            sum(case 'paid_out' when credit_account::text then amount when debit_account::text then -amount else 0 end) as paid_out,
            -- Owed by the partner: grows when money leaves the debt account.
            sum(case 'debt' when debit_account::text then amount when credit_account::text then -amount else 0 end) as debt,
            sum(case when kind in ('accrual', 'bonus') then amount when kind = 'clawback' then -amount else 0 end) as earned
          from entered group by partner_id
        ), moved as (
          update partner_balances b set
            available = b.available + d.available,
            reserved = b.reserved + d.reserved,
            paid_out = b.paid_out + d.paid_out,
            debt = b.debt + d.debt,
            earned = b.earned + d.earned
          from delta d where b.partner_id = d.partner_id
          returning b.partner_id
        )
        select array_agg(partner_id) into changed from moved;
        if changed is not null then perform tell_balances_changed(changed); end if;
        return null;
      end $$;

      -- As before, without joining old and new rows: the planner knows nothing of their number and would compare each
      -- with each. What is subtracted from what is added leaves the growth.
      create or replace function move_balances_by_growth() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed uuid[];
      begin
        with delta as (
          select partner_id,
            sum(case when credit_account = 'available' then amount else 0 end) as available,
            sum(case when credit_account = 'debt' then amount else 0 end) as repaid,
            sum(amount) as earned
          from (
            select partner_id, credit_account, amount from entered
            union all
            select partner_id, credit_account, -amount from replaced
          ) growth
          group by partner_id having sum(amount) <> 0
        ), moved as (
          update partner_balances b set
            available = b.available + d.available,
            debt = b.debt - d.repaid,
            earned = b.earned + d.earned
          from delta d where b.partner_id = d.partner_id
          returning b.partner_id
        )
        select array_agg(partner_id) into changed from moved;
        if changed is not null then perform tell_balances_changed(changed); end if;
        return null;
      end $$;

      create or replace function move_partner_clicks_by_change() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        update partner_clicks c set clicks = c.clicks + d.clicks
        from (
          select partner_id, sum(events) as clicks
          from (
            select partner_id, events from entered where kind = 'click' and verdict = 'counted'
            union all
            select partner_id, -events from replaced where kind = 'click' and verdict = 'counted'
          ) change
          group by partner_id having sum(events) <> 0
        ) d
        where c.partner_id = d.partner_id;
        return null;
      end $$;
    `);
  }
}
