import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** Which lapses a partner was warned of, so that nobody is warned of one twice. */
export class LapseWarningsMigration extends Migration {
  override up(): void {
    this.addSql(`
      create table lapse_warnings (
        partner_id uuid not null references partners (id) on delete restrict,
        lapses_on date not null,
        warned_at timestamptz not null default now(),
        primary key (partner_id, lapses_on)
      );
      grant select, insert, delete on lapse_warnings to ${APPLICATION_ROLE};
    `);
  }
}
