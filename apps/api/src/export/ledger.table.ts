import { type ExportTable, euros, instant } from "./export-table.ts";
import { type Placed, readPages } from "./read-pages.ts";

interface EntryRow extends Placed {
  readonly id: string;
  readonly booked_on: string;
  readonly kind: string;
  readonly debit_account: string;
  readonly credit_account: string;
  readonly amount: string;
  readonly reason: string | null;
  readonly withdrawal_id: string | null;
  readonly created_at: Date;
}

/** Every movement of a partner's money, in euros. Who of the team booked it is no data of the partner's. */
export const LEDGER: ExportTable<EntryRow> = {
  columns: [
    ["id", ({ id }) => id],
    ["bookedOn", ({ booked_on }) => booked_on],
    ["kind", ({ kind }) => kind],
    ["from", ({ debit_account }) => debit_account],
    ["to", ({ credit_account }) => credit_account],
    ["amount", ({ amount }) => euros(amount)],
    ["reason", ({ reason }) => reason],
    ["withdrawalId", ({ withdrawal_id }) => withdrawal_id],
    ["recordedAt", ({ created_at }) => instant(created_at)],
  ],
  pages: (app, partnerId) => readPages<EntryRow>(app, READ, [partnerId]),
};

// `order by id` alone would mean the text that is selected under that name, and 10 would come before 9.
const READ = `
  select array[e.id::text] as place, e.id::text, e.booked_on::text, e.kind, e.debit_account, e.credit_account,
    e.amount::text, e.reason, e.withdrawal_id, e.created_at
  from ledger_entries e
  where e.partner_id = $3 and ($2::text[] is null or e.id > ($2::text[])[1]::bigint)
  order by e.id limit $1`;
