import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** Partners who had themselves erased: nobody any more, for good. Their money history stays. */
export class ErasureMigration extends Migration {
  override up(): void {
    this.addSql(`
      alter table partners add column erased_at timestamptz;
      -- Nothing is delivered to the top-level domain "invalid", and no address there can sign in.
      alter table partners add constraint erased_is_nobody check (
        erased_at is null or (status = 'suspended' and email = 'erased-' || id || '@invalid'));
      grant update (erased_at) on partners to ${APPLICATION_ROLE};
      create index partners_erased on partners (erased_at) where erased_at is not null;

      create function refuse_return() returns trigger language plpgsql as $$
      begin
        raise exception 'an erased partner does not come back' using errcode = 'restrict_violation';
      end $$;
      create trigger erasing_is_final before update on partners
        for each row when (old.erased_at is not null and new.erased_at is distinct from old.erased_at)
        execute function refuse_return();

      -- What is left of a link's destination: the site that it is on, where a reader still finds what they look for.
      create function site_of(destination text) returns text language sql immutable as $$
        select regexp_replace(destination, '^(https?://)([^/?#]*@)?([^/?#]+).*$', '\\1\\3/')
      $$;

      -- The application may not change where links lead; of erased partners, it may have that forgotten.
      create function forget_destinations_naming(partner uuid, address text) returns void language sql
        security definer set search_path = public, pg_temp as $$
        update links l set destination = site_of(l.destination)
        from partners p
        where l.partner_id = partner and p.id = l.partner_id and p.erased_at is not null
          and strpos(lower(replace(replace(replace(l.destination, '%40', '@'), '%2B', '+'), '%2b', '+')), lower(address)) > 0
      $$;
      create function forget_destinations_of_erased(before timestamptz) returns bigint language sql
        security definer set search_path = public, pg_temp as $$
        with forgotten as (
          update links l set destination = site_of(l.destination)
          from partners p
          where p.erased_at < before and l.partner_id = p.id and l.destination <> site_of(l.destination)
          returning 1
        )
        select count(*) from forgotten
      $$;
      revoke execute on function refuse_return(), site_of(text), forget_destinations_naming(uuid, text),
        forget_destinations_of_erased(timestamptz) from public;
      grant execute on function forget_destinations_naming(uuid, text), forget_destinations_of_erased(timestamptz)
        to ${APPLICATION_ROLE};
    `);
  }
}
