import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** How often somebody may do something: one row for each of them, one statement for each time. */
export class RequestRatesMigration extends Migration {
  override up(): void {
    this.addSql(`
      -- A bucket that fills with each request and empties evenly; empty_at is when it would be empty. Unlogged: counting
      -- costs no write to the disk, and a crash of the database, though not a restart, forgets some counts.
      create unlogged table request_rates (
        key bytea primary key,
        empty_at timestamptz not null
      ) with (fillfactor = 50);
      create index request_rates_empty on request_rates (empty_at);
      grant select, insert, update, delete on request_rates to ${APPLICATION_ROLE};

      -- Counts one request against each bucket, in their order, up to the first that is full. Null, or the seconds until
      -- there is room in it. Whoever comes in parallel waits for the row, and then sees what was counted.
      create function take_turns(keys bytea[], most int[], seconds int[]) returns int language plpgsql
        set search_path = public, pg_temp as $$
      declare
        period interval;
        step interval;
        full_again timestamptz;
      begin
        for i in 1 .. cardinality(keys) loop
          period := make_interval(secs => seconds[i]);
          step := period / most[i];
          insert into request_rates as r (key, empty_at) values (keys[i], clock_timestamp() + step)
            on conflict (key) do update set empty_at = greatest(r.empty_at, clock_timestamp()) + step
              where greatest(r.empty_at, clock_timestamp()) + step <= clock_timestamp() + period;
          if not found then
            select r.empty_at + step - period into full_again from request_rates r where r.key = keys[i];
            return greatest(1, ceil(extract(epoch from full_again - clock_timestamp())));
          end if;
        end loop;
        return null;
      end $$;
      revoke execute on function take_turns(bytea[], int[], int[]) from public;
      grant execute on function take_turns(bytea[], int[], int[]) to ${APPLICATION_ROLE};
    `);
  }
}
