import { Migration } from "@mikro-orm/migrations";

/** Links, what happened on them, and the daily totals that keep reading cheap. */
export class ClicksMigration extends Migration {
  override up(): void {
    this.addSql(`
      create type event_kind as enum ('click', 'view', 'conversion');
      create type verdict as enum ('counted', 'duplicate', 'bot', 'prefetch', 'velocity', 'self_click',
        'suspended', 'unknown_partner', 'unknown_link', 'invalidated');

      create table links (
        id uuid primary key default gen_random_uuid(),
        code text collate "C" not null check (code ~ '^[A-Za-z0-9_-]{1,64}$'),
        partner_id uuid not null references partners (id) on delete restrict,
        destination text not null check (destination ~ '^https?://' and length(destination) <= 2048),
        title text check (length(title) between 1 and 200),
        epc bigint check (epc between 0 and 1000000000),
        clicks bigint not null default 0 check (clicks >= 0),
        earned bigint not null default 0 check (earned >= 0),
        created_at timestamptz not null default now(),
        constraint links_code_unique unique (code)
      ) with (fillfactor = 80);
      create index links_partner on links (partner_id, created_at desc, id);

      -- No foreign keys: partners and links are never deleted, and a check per click would be the
      -- most expensive part of recording it. The ledger check proves the references instead.
      create sequence metric_events_id_seq;
      create table metric_events (
        id bigint not null default nextval('metric_events_id_seq'),
        booked_on date not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null default now(),
        epc bigint not null check (epc >= 0),
        partner_id uuid,
        link_id uuid,
        kind event_kind not null,
        verdict verdict not null,
        visitor text collate "C" not null check (length(visitor) between 1 and 128),
        platform text check (length(platform) <= 64),
        post_id text check (length(post_id) <= 128),
        referrer_host text check (length(referrer_host) <= 253),
        value text check (length(value) <= 64),
        primary key (id, booked_on),
        check (verdict not in ('counted', 'invalidated') or partner_id is not null),
        check (kind = 'click' or epc = 0)
      ) partition by range (booked_on);
      -- What the 24-hour rule and the velocity limits look up.
      create index metric_events_visitor on metric_events (visitor, occurred_at)
        where verdict = 'counted' and kind = 'click';
      create index metric_events_partner on metric_events (partner_id, id);

      create table event_receipts (
        key uuid primary key,
        recorded_on date not null
      );
      create index event_receipts_age on event_receipts using brin (recorded_on);

      -- Events of nobody we know are kept under the nil id, so that the key can be a primary key.
      create table partner_days (
        day date not null,
        partner_id uuid not null,
        kind event_kind not null,
        verdict verdict not null,
        events bigint not null check (events >= 0),
        earned bigint not null check (earned >= 0),
        primary key (partner_id, day, kind, verdict)
      ) with (fillfactor = 80);
      create index partner_days_counted on partner_days (day, partner_id) include (events, earned)
        where verdict = 'counted' and kind = 'click';

      create table visitor_keys (
        day date primary key,
        key bytea not null check (length(key) = 32)
      );

      create function ensure_event_partition(wanted date) returns void language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        partition text := 'metric_events_' || to_char(wanted, 'YYYYMMDD');
      begin
        if to_regclass(partition) is not null then return; end if;
        perform pg_advisory_xact_lock(hashtextextended('metric_events', 0));
        -- Asked of the table itself: name look-ups may still answer from before the lock.
        if exists (select from pg_class where relname = partition and relnamespace = 'public'::regnamespace) then
          return;
        end if;
        -- Attaching locks the parent far less than creating the partition in place would.
        execute format('create table %I (like metric_events including defaults including constraints)', partition);
        execute format('alter table metric_events attach partition %I for values from (%L) to (%L)',
          partition, wanted, wanted + 1);
      end $$;

      create function drop_event_partitions(before date) returns setof date language plpgsql
        security definer set search_path = public, pg_temp as $$
      declare
        old record;
      begin
        for old in
          select c.oid::regclass::text as name, to_date(right(c.relname, 8), 'YYYYMMDD') as day
          from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'metric_events'::regclass
          order by 2
        loop
          -- What is not sealed yet still has to be provable from its events.
          if old.day < before and not exists (
            select from ledger_entries where kind = 'accrual' and not sealed and booked_on = old.day
          ) then
            execute format('drop table %s', old.name);
            return next old.day;
          end if;
        end loop;
      end $$;
    `);
  }
}
