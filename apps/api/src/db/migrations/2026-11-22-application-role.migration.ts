import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** What the application may do: it owns nothing and cannot rewrite history. Everything not listed is denied. */
export class ApplicationRoleMigration extends Migration {
  override up(): void {
    const app = APPLICATION_ROLE;
    this.addSql(`
      revoke all on all tables in schema public from public;
      revoke execute on all functions in schema public from public;
      grant usage on schema public to ${app};

      grant select, insert on partners, admins, magic_links, sessions, api_keys, links, withdraw_requests,
        withdrawal_events, partner_status_changes, metric_events, partner_days, event_receipts, visitor_keys,
        ledger_entries, ledger_checks to ${app};
      grant select on partner_balances to ${app};
      grant usage on sequence metric_events_id_seq to ${app};

      grant update (email, status, locale) on partners to ${app};
      grant update (locale) on admins to ${app};
      grant update (consumed_at, superseded_at) on magic_links to ${app};
      grant update (revoked_at, expires_at) on sessions to ${app};
      grant update (revoked_at) on api_keys to ${app};
      grant update (title, clicks, earned) on links to ${app};
      grant update (events, earned) on partner_days to ${app};
      grant update (verdict) on metric_events to ${app};
      grant update (recorded_on) on event_receipts to ${app};
      grant update (status, version, decided_at, paid_at, reason, reference, destination, destination_sealed)
        on withdraw_requests to ${app};
      -- What may be forgotten: spent sign-in data, old receipts and keys. Never money.
      grant delete on magic_links, sessions, visitor_keys, event_receipts, ledger_checks to ${app};

      grant execute on function lock_balances(uuid[]), book_accruals(jsonb), seal_accruals(date),
        ensure_event_partition(date), drop_event_partitions(date) to ${app};
    `);
  }
}
