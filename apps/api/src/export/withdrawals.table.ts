import { type ExportTable, euros, instant } from "./export-table.ts";
import { type Placed, readPages } from "./read-pages.ts";

interface WithdrawalRow extends Placed {
  readonly id: string;
  readonly requested_at: Date;
  readonly amount: string;
  readonly method: string;
  readonly destination: string;
  readonly status: string;
  readonly decided_at: Date | null;
  readonly paid_at: Date | null;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly history: readonly object[];
}

/** A partner's withdrawals, in euros, with the destination masked; as records also how each came to stand where it does. */
export const WITHDRAWALS: ExportTable<WithdrawalRow> = {
  columns: [
    ["id", ({ id }) => id],
    ["requestedAt", ({ requested_at }) => instant(requested_at)],
    ["amount", ({ amount }) => euros(amount)],
    ["method", ({ method }) => method],
    ["destination", ({ destination }) => destination],
    ["status", ({ status }) => status],
    ["decidedAt", ({ decided_at }) => instant(decided_at)],
    ["paidAt", ({ paid_at }) => instant(paid_at)],
    ["reason", ({ reason }) => reason],
    ["reference", ({ reference }) => reference],
  ],
  pages: (app, partnerId) => readPages<WithdrawalRow>(app, READ, [partnerId]),
  more: ({ history }) => ({ history }),
};

const READ = `
  select array[requested_at::text, id::text] as place, id, requested_at, amount::text, method, destination, status,
    decided_at, paid_at, reason, reference,
    (
      select json_agg(json_build_object('at', e.at, 'from', e.from_status, 'to', e.to_status,
        'by', case when e.by_partner is null then 'admin' else 'partner' end, 'note', e.note) order by e.id)
      from withdrawal_events e where e.withdrawal_id = w.id
    ) as history
  from withdraw_requests w
  where partner_id = $3
    and ($2::text[] is null
      or (requested_at >= ($2::text[])[1]::timestamptz
        and (requested_at, id) > (($2::text[])[1]::timestamptz, ($2::text[])[2]::uuid)))
  order by requested_at, id limit $1`;
