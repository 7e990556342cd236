import { Migration } from "@mikro-orm/migrations";

/** The journal of money and its running totals. The database keeps them equal and refuses rewriting history. */
export class LedgerMigration extends Migration {
  override up(): void {
    this.addSql(`
      create type ledger_kind as enum ('accrual', 'reserve', 'settle', 'return', 'lapse', 'clawback', 'bonus');
      create type ledger_account as enum ('program', 'available', 'reserved', 'paid_out', 'debt');

      create table partner_balances (
        partner_id uuid primary key references partners (id) on delete restrict,
        available bigint not null default 0,
        reserved bigint not null default 0,
        paid_out bigint not null default 0,
        debt bigint not null default 0,
        earned bigint not null default 0,
        constraint balance_never_negative
          check (available >= 0 and reserved >= 0 and paid_out >= 0 and debt >= 0)
      ) with (fillfactor = 70);

      create function open_balance() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        insert into partner_balances (partner_id) values (new.id);
        return null;
      end $$;
      create trigger partner_has_balance after insert on partners
        for each row execute function open_balance();

      create table ledger_entries (
        id bigint generated always as identity primary key,
        partner_id uuid not null references partner_balances (partner_id) on delete restrict,
        kind ledger_kind not null,
        debit_account ledger_account not null,
        credit_account ledger_account not null,
        amount bigint not null check (amount > 0),
        booked_on date not null,
        withdrawal_id uuid,
        reason text check (length(reason) between 1 and 500),
        admin_id uuid references admins (id) on delete restrict,
        sealed boolean not null default true,
        created_at timestamptz not null default now(),
        constraint known_movement check ((kind, debit_account, credit_account) in (
          ('accrual', 'program', 'available'), ('accrual', 'program', 'debt'),
          ('reserve', 'available', 'reserved'),
          ('settle', 'reserved', 'paid_out'),
          ('return', 'reserved', 'available'), ('return', 'reserved', 'debt'),
          ('lapse', 'available', 'program'),
          ('clawback', 'available', 'program'), ('clawback', 'debt', 'program'),
          ('bonus', 'program', 'available'), ('bonus', 'program', 'debt'))),
        constraint withdrawal_is_named check ((kind in ('reserve', 'settle', 'return')) = (withdrawal_id is not null)),
        constraint correction_has_reason check (kind not in ('clawback', 'bonus') or reason is not null),
        constraint only_accruals_grow check (sealed or kind = 'accrual')
      ) with (fillfactor = 70);
      create unique index ledger_open_accrual on ledger_entries (partner_id, booked_on, credit_account)
        where kind = 'accrual' and not sealed;
      create index ledger_open_days on ledger_entries (booked_on) where not sealed;
      create unique index ledger_withdrawal_once on ledger_entries (withdrawal_id, kind, credit_account)
        where withdrawal_id is not null;
      -- Without the amount: today's accrual grows with every click, and an index that held it would be rewritten each time.
      create index ledger_credits on ledger_entries (partner_id, booked_on) where credit_account = 'available';
      create index ledger_partner on ledger_entries (partner_id, id);

      create function refuse_rewriting() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal is append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger journal_is_append_only before delete on ledger_entries
        for each row execute function refuse_rewriting();
      -- All but the growth and the sealing of an open accrual. As a condition rather than in the function, because every
      -- batch of clicks passes here. A new column belongs into this list.
      create trigger journal_only_grows before update on ledger_entries
        for each row when (not (
          old.kind = 'accrual' and not old.sealed and new.amount >= old.amount
          and (not new.sealed or new.amount = old.amount)
          and (new.id, new.partner_id, new.kind, new.debit_account, new.credit_account, new.booked_on, new.created_at)
            = (old.id, old.partner_id, old.kind, old.debit_account, old.credit_account, old.booked_on, old.created_at)
          and new.withdrawal_id is not distinct from old.withdrawal_id
          and new.reason is not distinct from old.reason
          and new.admin_id is not distinct from old.admin_id
        )) execute function refuse_rewriting();
      create trigger journal_is_not_emptied before truncate on ledger_entries
        for each statement execute function refuse_rewriting();

      -- Running totals move with the journal in the same statement; nothing else can move them.
      create function move_balances() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        partner uuid;
      begin
        for partner in
          with moved as (
            select n.partner_id, n.kind, n.debit_account, n.credit_account, n.amount from entered n
          ), delta as (
            select partner_id,
              sum(case 'available' when credit_account::text then amount when debit_account::text then -amount else 0 end) as available,
              sum(case 'reserved' when credit_account::text then amount when debit_account::text then -amount else 0 end) as reserved,
              sum(case 'paid_out' when credit_account::text then amount when debit_account::text then -amount else 0 end) as paid_out,
              -- Owed by the partner: grows when money leaves the debt account.
              sum(case 'debt' when debit_account::text then amount when credit_account::text then -amount else 0 end) as debt,
              sum(case when kind in ('accrual', 'bonus') then amount when kind = 'clawback' then -amount else 0 end) as earned
            from moved group by partner_id
          )
          update partner_balances b set
            available = b.available + d.available,
            reserved = b.reserved + d.reserved,
            paid_out = b.paid_out + d.paid_out,
            debt = b.debt + d.debt,
            earned = b.earned + d.earned
          from delta d where b.partner_id = d.partner_id
          returning b.partner_id
        loop
          perform pg_notify('balance_changed', partner::text);
        end loop;
        return null;
      end $$;
      create trigger balances_follow_inserts after insert on ledger_entries
        referencing new table as entered for each statement execute function move_balances();

      -- An accrual that grew moves the balance by what it grew.
      create function move_balances_by_growth() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        partner uuid;
      begin
        for partner in
          with delta as (
            select n.partner_id,
              sum(case when n.credit_account = 'available' then n.amount - o.amount else 0 end) as available,
              sum(case when n.credit_account = 'debt' then n.amount - o.amount else 0 end) as repaid,
              sum(n.amount - o.amount) as earned
            from entered n join replaced o on o.id = n.id
            where n.amount <> o.amount
            group by n.partner_id
          )
          update partner_balances b set
            available = b.available + d.available,
            debt = b.debt - d.repaid,
            earned = b.earned + d.earned
          from delta d where b.partner_id = d.partner_id
          returning b.partner_id
        loop
          perform pg_notify('balance_changed', partner::text);
        end loop;
        return null;
      end $$;
      create trigger balances_follow_growth after update on ledger_entries
        referencing old table as replaced new table as entered
        for each statement execute function move_balances_by_growth();

      -- Always first in a transaction that books money, and in id order: without it, the key-share locks of
      -- foreign keys and the triggers' updates deadlock against each other.
      create function lock_balances(partners uuid[]) returns setof partner_balances language sql
        security definer set search_path = public, pg_temp as $$
        select * from partner_balances where partner_id = any (partners) order by partner_id for no key update
      $$;

      -- The one way to grow a day's accrual; the application itself may not update the journal.
      create function book_accruals(entries jsonb) returns void language sql
        security definer set search_path = public, pg_temp as $$
        insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, sealed)
        select e.partner_id, 'accrual', 'program', e.credit_account, e.amount, e.booked_on, false
        from jsonb_to_recordset(entries)
          as e (partner_id uuid, credit_account ledger_account, amount bigint, booked_on date)
        where e.amount > 0
        order by e.partner_id, e.booked_on, e.credit_account
        on conflict (partner_id, booked_on, credit_account) where kind = 'accrual' and not sealed
        do update set amount = ledger_entries.amount + excluded.amount
      $$;

      create function seal_accruals(before date) returns bigint language sql
        security definer set search_path = public, pg_temp as $$
        with sealed as (
          update ledger_entries set sealed = true where not sealed and booked_on < before returning 1
        )
        select count(*) from sealed
      $$;

      create table ledger_checks (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        ok boolean not null,
        differences jsonb not null
      );
    `);
  }
}
