import { Migration } from "@mikro-orm/migrations";
import { APPLICATION_ROLE } from "../application-role.ts";

/** APP_SECRET can be replaced: API keys move to the new one with their next use, destinations by a command of the owner. */
export class SecretRotationMigration extends Migration {
  override up(): void {
    this.addSql(`
      grant update (key_hmac) on api_keys to ${APPLICATION_ROLE};

      -- The same as before, but for the first case of an update.
      create or replace function refuse_status_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.status <> 'requested' or new.version <> 1 then
            raise exception 'a withdrawal starts as requested' using errcode = 'restrict_violation';
          end if;
          return new;
        end if;
        if tg_op = 'UPDATE' then
          -- The same destination under another key: by the owner of the table, on purpose, and nothing else with it.
          if current_setting('contentflow.resealing', true) = 'on'
            and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
            and num_nulls(old.destination_sealed, new.destination_sealed) = 0
            and to_jsonb(new) - 'destination_sealed' = to_jsonb(old) - 'destination_sealed' then
            return new;
          end if;
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
    `);
  }
}
