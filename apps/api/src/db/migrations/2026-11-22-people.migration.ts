import { Migration } from "@mikro-orm/migrations";

/** Who uses the system: partners and admins, how they sign in, and the keys that servers use. */
export class PeopleMigration extends Migration {
  override up(): void {
    this.addSql(`
      create type partner_status as enum ('active', 'suspended');
      create type locale as enum ('en', 'fr');

      create table partners (
        id uuid primary key default gen_random_uuid(),
        email text not null check (email = lower(email) and length(email) between 3 and 254),
        status partner_status not null default 'active',
        locale locale not null default 'en',
        created_at timestamptz not null default now(),
        constraint partners_email_unique unique (email)
      );

      create table admins (
        id uuid primary key default gen_random_uuid(),
        email text not null check (email = lower(email) and length(email) between 3 and 254),
        locale locale not null default 'en',
        created_at timestamptz not null default now(),
        constraint admins_email_unique unique (email)
      );

      create function refuse_shared_address() returns trigger language plpgsql
        set search_path = public, pg_temp as $$
      begin
        -- Two transactions that give one address to both tables would not see each other's row.
        perform pg_advisory_xact_lock(hashtextextended(new.email, 0));
        if (tg_table_name = 'partners' and exists (select from admins where email = new.email))
          or (tg_table_name = 'admins' and exists (select from partners where email = new.email)) then
          raise exception 'an address is an admin''s or a partner''s, never both'
            using errcode = 'unique_violation', constraint = 'address_has_one_role';
        end if;
        return new;
      end $$;
      create trigger address_has_one_role before insert or update of email on partners
        for each row execute function refuse_shared_address();
      create trigger address_has_one_role before insert or update of email on admins
        for each row execute function refuse_shared_address();

      create table partner_status_changes (
        id bigint generated always as identity primary key,
        partner_id uuid not null references partners (id) on delete restrict,
        status partner_status not null,
        reason text not null check (length(reason) between 1 and 500),
        admin_id uuid not null references admins (id) on delete restrict,
        at timestamptz not null default now()
      );
      create index partner_status_changes_partner on partner_status_changes (partner_id, id);

      create table magic_links (
        id uuid primary key default gen_random_uuid(),
        email text not null check (length(email) between 3 and 254),
        network text not null,
        token_hmac bytea not null unique,
        locale locale not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        consumed_at timestamptz,
        superseded_at timestamptz
      );
      create index magic_links_email on magic_links (email, created_at);
      create index magic_links_network on magic_links (network, created_at);
      create index magic_links_expiry on magic_links (expires_at);

      create table sessions (
        id uuid primary key default gen_random_uuid(),
        token_hmac bytea not null unique,
        partner_id uuid references partners (id) on delete restrict,
        admin_id uuid references admins (id) on delete restrict,
        device text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint session_of_one_person check (num_nonnulls(partner_id, admin_id) = 1)
      );
      create index sessions_partner on sessions (partner_id) where revoked_at is null;
      create index sessions_admin on sessions (admin_id) where revoked_at is null;
      create index sessions_expiry on sessions (expires_at);

      create table api_keys (
        id uuid primary key default gen_random_uuid(),
        name text not null unique check (length(name) between 1 and 100),
        key_hmac bytea not null unique,
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      );
    `);
  }
}
