import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** The days on which entries of a partner credit the available account: the first and the last of them. */
const CREDITED = `
  min(booked_on) filter (where credit_account = 'available') as first_credit,
  max(booked_on) filter (where credit_account = 'available') as last_credit`;

/**
 * What a change (d) makes of the oldest that is left (b), without looking into the journal. Where that is not enough, it
 * is not known afterwards: the amount is null, and the day one before which nothing is left.
 */
const follow = (spends: string) => `
  oldest_on = case
    when d.first_credit < b.oldest_on or (d.first_credit > b.oldest_on and b.oldest_left = 0) then d.first_credit
    else b.oldest_on end,
  oldest_left = case
    when ${spends} then null
    when d.first_credit is null or (d.first_credit > b.oldest_on and b.oldest_left is distinct from 0) then b.oldest_left
    when d.first_credit < b.oldest_on or d.first_credit < d.last_credit then null
    else b.oldest_left + d.available end`;

/**
 * The oldest money is spent first, so what a partner has left are their newest credits. Kept beside each balance: the
 * day of the oldest credit of which something is left (oldest_on), and how much of that day's credits that is
 * (oldest_left). While that day is inside the earning window, whatever its length, nothing has lapsed, and a balance is
 * read without its credits. Where nothing is left, it is the day of the newest credit and 0.
 */
export class KeptCreditsMigration extends Migration {
  override up(): void {
    this.addSql(`
      alter table partner_balances
        add column oldest_on date not null default '-infinity',
        add column oldest_left bigint default 0,
        add constraint oldest_is_left check (oldest_left between 0 and available);

      -- Adds up credits from the newest back to the oldest that is left. The balances have to be locked.
      create function find_oldest_left(partners uuid[]) returns void language sql
        security definer set search_path = public, pg_temp as $$
        update partner_balances b set oldest_on = o.day, oldest_left = least(o.amount, b.available - o.newer)
        from partner_balances k
        cross join lateral (
          select c.day, c.amount, c.newer
          from (
            select booked_on as day, sum(amount) as amount,
              coalesce(sum(sum(amount)) over (order by booked_on desc rows between unbounded preceding and 1 preceding), 0) as newer
            from ledger_entries
            where partner_id = k.partner_id and credit_account = 'available' and booked_on >= k.oldest_on
            group by booked_on
          ) c
          where c.newer < k.available or c.newer = 0
          order by c.day
          limit 1
        ) o
        where k.partner_id = any (partners) and b.partner_id = k.partner_id
      $$;
      select find_oldest_left(array(select distinct partner_id from ledger_entries where credit_account = 'available'));

      -- As before, and the oldest that is left follows. Only spending has to look for it: that is rare.
      create or replace function move_balances() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed uuid[];
        spent uuid[];
      begin
        with delta as (
          select partner_id,
            sum(case 'available' when credit_account::text then amount when debit_account::text then -amount else 0 end) as available,
            sum(case 'reserved' when credit_account::text then amount when debit_account::text then -amount else 0 end) as reserved,
            sum(case 'paid_out' when credit_account::text then amount when debit_account::text then -amount else 0 end) as paid_out,
            -- Owed by the partner: grows when money leaves the debt account.
            sum(case 'debt' when debit_account::text then amount when credit_account::text then -amount else 0 end) as debt,
            sum(case when kind in ('accrual', 'bonus') then amount when kind = 'clawback' then -amount else 0 end) as earned,
            bool_or(debit_account = 'available') as spends, ${CREDITED}
          from entered group by partner_id
        ), moved as (
          update partner_balances b set
            available = b.available + d.available,
            reserved = b.reserved + d.reserved,
            paid_out = b.paid_out + d.paid_out,
            debt = b.debt + d.debt,
            earned = b.earned + d.earned,
            ${follow("d.spends")}
          from delta d where b.partner_id = d.partner_id
          returning b.partner_id, d.spends
        )
        select array_agg(partner_id), array_agg(partner_id) filter (where spends) into changed, spent from moved;
        if spent is not null then perform find_oldest_left(spent); end if;
        if changed is not null then perform tell_balances_changed(changed); end if;
        return null;
      end $$;

      create or replace function move_balances_by_growth() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        changed uuid[];
      begin
        with delta as (
          select partner_id,
            sum(case when credit_account = 'available' then amount else 0 end) as available,
            sum(case when credit_account = 'debt' then amount else 0 end) as repaid,
            sum(amount) as earned, ${CREDITED}
          from (
            select partner_id, credit_account, amount, booked_on from entered
            union all
            select partner_id, credit_account, -amount, booked_on from replaced
          ) growth
          group by partner_id having sum(amount) <> 0
        ), moved as (
          update partner_balances b set
            available = b.available + d.available,
            debt = b.debt - d.repaid,
            earned = b.earned + d.earned,
            ${follow("false")}
          from delta d where b.partner_id = d.partner_id
          returning b.partner_id
        )
        select array_agg(partner_id) into changed from moved;
        if changed is not null then perform tell_balances_changed(changed); end if;
        return null;
      end $$;

      -- For those whose late credits left it unknown.
      create function recall_oldest_left(partners uuid[]) returns void language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        perform lock_balances(partners);
        perform find_oldest_left(partners);
      end $$;
      revoke execute on function find_oldest_left(uuid[]), recall_oldest_left(uuid[]) from public;
      grant execute on function recall_oldest_left(uuid[]) to ${APPLICATION_ROLE};
    `);
  }
}
