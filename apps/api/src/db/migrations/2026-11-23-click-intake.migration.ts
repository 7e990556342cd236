import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** Where clicks are durable from the moment their visitors are redirected until, a moment later, they are in the books. */
export class ClickIntakeMigration extends Migration {
  override up(): void {
    this.addSql(`
      create table click_intake (
        id uuid primary key,
        received_at timestamptz not null default now(),
        clicks text not null,
        refused boolean not null default false
      );
      -- Compressing what is deleted a moment later would only cost time.
      alter table click_intake alter column clicks set storage external;
      -- Nothing stays, but much passes through: the space is to be used again soon.
      alter table click_intake set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000);
      grant select, insert, delete, update (refused) on click_intake to ${APPLICATION_ROLE};

      -- As before, but what is there already is updated instead of tried to be inserted, which costs four times as much.
      -- The balances of the partners are locked: nobody else inserts meanwhile.
      create or replace function book_accruals(entries jsonb) returns void language sql
        security definer set search_path = public, pg_temp as $$
        with entry as materialized (
          select e.partner_id, e.booked_on, e.credit_account, sum(e.amount)::bigint as amount
          from jsonb_to_recordset(entries)
            as e (partner_id uuid, credit_account ledger_account, amount bigint, booked_on date)
          where e.amount > 0
          group by e.partner_id, e.booked_on, e.credit_account
        ), grown as (
          update ledger_entries l set amount = l.amount + e.amount
          from entry e
          where (l.partner_id, l.booked_on, l.credit_account) = (e.partner_id, e.booked_on, e.credit_account)
            and l.kind = 'accrual' and not l.sealed
          returning l.partner_id, l.booked_on, l.credit_account
        )
        insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, sealed)
        select e.partner_id, 'accrual', 'program', e.credit_account, e.amount, e.booked_on, false
        from entry e
        where not exists (
          select from grown g
          where (g.partner_id, g.booked_on, g.credit_account) = (e.partner_id, e.booked_on, e.credit_account))
        order by e.partner_id, e.booked_on, e.credit_account
        on conflict (partner_id, booked_on, credit_account) where kind = 'accrual' and not sealed
        do update set amount = ledger_entries.amount + excluded.amount
      $$;

      -- Searched with each update of a row, which is half the cost of counting a click on its link: now only when they are
      -- written.
      alter table links drop constraint links_code_check, drop constraint links_destination_check;
      create function refuse_malformed_link() returns trigger language plpgsql as $$
      begin
        if new.code !~ '^[A-Za-z0-9_-]{1,64}$' then
          raise exception 'a link has no such code' using errcode = 'check_violation', constraint = 'links_code_check';
        end if;
        if new.destination !~ '^https?://' or length(new.destination) > 2048 then
          raise exception 'a link leads to http or https' using errcode = 'check_violation',
            constraint = 'links_destination_check';
        end if;
        return new;
      end $$;
      create trigger links_are_well_formed before insert or update of code, destination on links
        for each row execute function refuse_malformed_link();
    `);
  }
}
