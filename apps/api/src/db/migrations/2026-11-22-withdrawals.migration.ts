import { Migration } from "@mikro-orm/migrations";

/** Requests to be paid, their only legal paths, and the proof that each one matches its journal entries. */
export class WithdrawalsMigration extends Migration {
  override up(): void {
    this.addSql(`
      create type withdrawal_status as enum ('requested', 'approved', 'paid', 'rejected');
      create type payout_method as enum ('paypal', 'bank');

      create table withdraw_requests (
        id uuid primary key default gen_random_uuid(),
        partner_id uuid not null references partners (id) on delete restrict,
        amount bigint not null check (amount > 0 and amount % 10000 = 0),
        method payout_method not null,
        destination text not null check (length(destination) between 1 and 300),
        destination_sealed bytea,
        status withdrawal_status not null default 'requested',
        version integer not null default 1 check (version >= 1),
        idempotency_key text not null check (length(idempotency_key) between 1 and 200),
        request_hash bytea not null,
        requested_at timestamptz not null,
        decided_at timestamptz,
        paid_at timestamptz,
        reason text check (length(reason) between 1 and 500),
        reference text check (length(reference) between 1 and 200),
        constraint withdrawal_idempotency unique (partner_id, idempotency_key),
        constraint decided_has_time check ((status = 'requested') = (decided_at is null)),
        constraint paid_has_time_and_reference
          check ((status = 'paid') = (paid_at is not null) and (status = 'paid') = (reference is not null)),
        constraint rejected_has_reason check ((status = 'rejected') = (reason is not null))
      );
      create index withdraw_requests_partner on withdraw_requests (partner_id, requested_at desc, id desc);
      create index withdraw_requests_queue on withdraw_requests (requested_at, id)
        where status in ('requested', 'approved');
      create index withdraw_requests_status on withdraw_requests (status, requested_at desc, id desc);
      create index withdraw_requests_paid on withdraw_requests (paid_at) where status = 'paid';

      alter table ledger_entries add constraint ledger_withdrawal
        foreign key (withdrawal_id) references withdraw_requests (id) on delete restrict;

      create table withdrawal_events (
        id bigint generated always as identity primary key,
        withdrawal_id uuid not null references withdraw_requests (id) on delete restrict,
        at timestamptz not null,
        from_status withdrawal_status,
        to_status withdrawal_status not null,
        by_partner uuid references partners (id) on delete restrict,
        by_admin uuid references admins (id) on delete restrict,
        note text check (length(note) between 1 and 500),
        constraint one_actor check (num_nonnulls(by_partner, by_admin) = 1),
        -- Nobody approves, rejects or pays their own money.
        constraint partners_only_request check ((to_status = 'requested') = (by_partner is not null)),
        constraint status_entered_once unique (withdrawal_id, to_status)
      );

      create function refuse_status_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.status <> 'requested' or new.version <> 1 then
            raise exception 'a withdrawal starts as requested' using errcode = 'restrict_violation';
          end if;
          return new;
        end if;
        if tg_op = 'UPDATE' then
          if (to_jsonb(new) - array['status', 'version', 'decided_at', 'paid_at', 'reason', 'reference', 'destination', 'destination_sealed'])
            <> (to_jsonb(old) - array['status', 'version', 'decided_at', 'paid_at', 'reason', 'reference', 'destination', 'destination_sealed'])
            -- The copy of the destination may be forgotten (erasure), never exchanged.
            or (new.destination_sealed is distinct from old.destination_sealed and new.destination_sealed is not null)
            or (new.destination <> old.destination and new.destination_sealed is not null)
            or ((new.destination, new.destination_sealed) is distinct from (old.destination, old.destination_sealed)
              and old.status in ('requested', 'approved')) then
            raise exception 'what was asked for cannot change' using errcode = 'restrict_violation';
          end if;
          if new.status = old.status and new.version = old.version then
            -- Outside a transition only the destination may be forgotten: what was decided stays as it was decided.
            if (new.decided_at, new.paid_at, new.reason, new.reference)
              is distinct from (old.decided_at, old.paid_at, old.reason, old.reference) then
              raise exception 'a decision cannot be rewritten' using errcode = 'restrict_violation';
            end if;
            return new;
          end if;
          if new.version = old.version + 1 and (old.status, new.status) in (
            ('requested', 'approved'), ('requested', 'rejected'), ('approved', 'rejected'), ('approved', 'paid')) then
            return new;
          end if;
          raise exception 'a withdrawal cannot go from % to %', old.status, new.status using errcode = 'restrict_violation';
        end if;
        raise exception 'withdrawals are never deleted' using errcode = 'restrict_violation';
      end $$;
      create trigger only_legal_status_changes before insert or update or delete on withdraw_requests
        for each row execute function refuse_status_change();
      create trigger withdrawals_are_not_emptied before truncate on withdraw_requests
        for each statement execute function refuse_status_change();

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'history is append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger history_is_append_only before update or delete on withdrawal_events
        for each row execute function refuse_change();
      create trigger history_is_not_emptied before truncate on withdrawal_events
        for each statement execute function refuse_change();

      -- Checked at COMMIT: a withdrawal, its journal entries and its history tell the same story.
      create function withdrawal_matches_books() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        wanted uuid := case when tg_table_name = 'withdraw_requests'
          then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'withdrawal_id')::uuid end;
        w withdraw_requests;
        reserved bigint;
        settled bigint;
        returned bigint;
      begin
        if wanted is null then return null; end if;
        select * into strict w from withdraw_requests where id = wanted;
        select coalesce(sum(amount) filter (where kind = 'reserve'), 0),
               coalesce(sum(amount) filter (where kind = 'settle'), 0),
               coalesce(sum(amount) filter (where kind = 'return'), 0)
          into reserved, settled, returned
          from ledger_entries where withdrawal_id = w.id and partner_id = w.partner_id;
        if reserved <> w.amount
          or settled <> (case when w.status = 'paid' then w.amount else 0 end)
          or returned <> (case when w.status = 'rejected' then w.amount else 0 end)
          or exists (select from ledger_entries where withdrawal_id = w.id and partner_id <> w.partner_id) then
          raise exception 'withdrawal % does not match its journal entries', w.id using errcode = 'restrict_violation';
        end if;
        if not exists (select from withdrawal_events where withdrawal_id = w.id and to_status = w.status) then
          raise exception 'withdrawal % has no record of becoming %', w.id, w.status using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;
      create constraint trigger withdrawal_matches_books after insert or update on withdraw_requests
        deferrable initially deferred for each row execute function withdrawal_matches_books();
      create function event_matches_withdrawal() returns trigger language plpgsql
        security definer set search_path = public, pg_temp as $$
      begin
        if not exists (select from withdraw_requests where id = new.withdrawal_id and status = new.to_status) then
          raise exception 'withdrawal % did not become %', new.withdrawal_id, new.to_status
            using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;
      create constraint trigger events_match_withdrawal after insert on withdrawal_events
        deferrable initially deferred for each row execute function event_matches_withdrawal();
      create constraint trigger entries_match_withdrawal after insert on ledger_entries
        deferrable initially deferred for each row when (new.withdrawal_id is not null)
        execute function withdrawal_matches_books();

      create function announce_withdrawal() returns trigger language plpgsql as $$
      begin
        perform pg_notify('withdrawal_changed', json_build_object('id', new.id, 'partnerId', new.partner_id)::text);
        return null;
      end $$;
      create trigger withdrawal_is_announced after insert or update on withdraw_requests
        for each row execute function announce_withdrawal();
    `);
  }
}
