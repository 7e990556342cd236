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
