import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** Partners may stay off the board; and what reading a link's clicks, the payments of a day and the queue looks up. */
export class LeaderboardListingMigration extends Migration {
  override up(): void {
    this.addSql(`
      alter table partners add column on_leaderboard boolean not null default true;
      grant update (on_leaderboard) on partners to ${APPLICATION_ROLE};

      -- Without the amount, like the other indexes of the journal: one that held it would be rewritten with every click.
      create index ledger_settled on ledger_entries (booked_on) where kind = 'settle';

      -- A link's own clicks, newest first. By the partner's events alone, a quiet link of a busy partner would take a
      -- look at all of them.
      create index metric_events_link on metric_events (link_id, booked_on, id) where kind = 'click';

      create index withdraw_requests_requested on withdraw_requests (requested_at, id);
      create index withdraw_requests_amount on withdraw_requests (amount, id);
    `);
  }
}
