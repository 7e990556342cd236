import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** Corrections by hand: who gave or took how much and why, tied to the journal entries that did it. */
export class CorrectionsMigration extends Migration {
  override up(): void {
    this.addSql(`
      create type correction_kind as enum ('bonus', 'clawback');
      create table balance_corrections (
        id uuid primary key default gen_random_uuid(),
        partner_id uuid not null references partners (id) on delete restrict,
        admin_id uuid not null references admins (id) on delete restrict,
        kind correction_kind not null,
        amount bigint not null check (amount between 10000 and 100000000000 and amount % 10000 = 0),
        reason text not null check (length(reason) between 1 and 500),
        idempotency_key text not null check (length(idempotency_key) between 1 and 200),
        corrected_at timestamptz not null,
        constraint correction_idempotency unique (partner_id, idempotency_key)
      );
      grant select, insert on balance_corrections to ${APPLICATION_ROLE};
      create trigger corrections_are_append_only before update or delete on balance_corrections
        for each row execute function refuse_change();
      create trigger corrections_are_not_emptied before truncate on balance_corrections
        for each statement execute function refuse_change();

      alter table ledger_entries
        add column correction_id uuid references balance_corrections (id) on delete restrict,
        add constraint correction_is_signed check (
          correction_id is null or (kind in ('bonus', 'clawback') and admin_id is not null));
      -- Nothing gives a bonus but a person. Entries from before this rule are history and stay as they are.
      alter table ledger_entries
        add constraint bonus_is_signed check (kind <> 'bonus' or (admin_id is not null and reason is not null)) not valid;
      create index ledger_correction on ledger_entries (correction_id) where correction_id is not null;

      -- The same as before, and the new column.
      drop trigger journal_only_grows on ledger_entries;
      create trigger journal_only_grows before update on ledger_entries
        for each row when (not (
          old.kind = 'accrual' and not old.sealed and new.amount >= old.amount
          and (not new.sealed or new.amount = old.amount)
          and (new.id, new.partner_id, new.kind, new.debit_account, new.credit_account, new.booked_on, new.created_at)
            = (old.id, old.partner_id, old.kind, old.debit_account, old.credit_account, old.booked_on, old.created_at)
          and new.withdrawal_id is not distinct from old.withdrawal_id
          and new.reason is not distinct from old.reason
          and new.admin_id is not distinct from old.admin_id
          and new.correction_id is not distinct from old.correction_id
        )) execute function refuse_rewriting();

      -- Checked at COMMIT: a correction and its journal entries tell the same story.
      create function correction_matches_books() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        wanted uuid := case when tg_table_name = 'balance_corrections'
          then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'correction_id')::uuid end;
        c balance_corrections;
        booked bigint;
        foreign_entries bigint;
      begin
        select * into strict c from balance_corrections where id = wanted;
        select coalesce(sum(amount), 0),
            count(*) filter (where (partner_id, kind::text, admin_id, reason)
              is distinct from (c.partner_id, c.kind::text, c.admin_id, c.reason))
          into booked, foreign_entries
          from ledger_entries where correction_id = c.id;
        if booked <> c.amount or foreign_entries > 0 then
          raise exception 'correction % does not match its journal entries', c.id using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;
      revoke execute on function correction_matches_books() from public;
      create constraint trigger correction_matches_books after insert on balance_corrections
        deferrable initially deferred for each row execute function correction_matches_books();
      create constraint trigger entries_match_correction after insert on ledger_entries
        deferrable initially deferred for each row when (new.correction_id is not null)
        execute function correction_matches_books();
    `);
  }
}
