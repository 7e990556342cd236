import type { LedgerCheck } from "./ledger-checks.ts";

const RESERVED_IS_OPEN: LedgerCheck = {
  name: "what is reserved are the open withdrawals",
  unit: "euros",
  sql: `
    select 'partner ' || b.partner_id as subject, 'reserved' as what, b.reserved::text as found,
      coalesce(sum(w.amount), 0)::text as wanted
    from partner_balances b
    left join withdraw_requests w on w.partner_id = b.partner_id and w.status in ('requested', 'approved')
    group by b.partner_id, b.reserved
    having b.reserved <> coalesce(sum(w.amount), 0)`,
};

const STATUS_FITS_ENTRIES: LedgerCheck = {
  name: "the status of each withdrawal fits its journal entries",
  unit: "euros",
  sql: `
    select 'partner ' || w.partner_id as subject, figure.what || ' for withdrawal ' || w.id || ' (' || w.status || ')' as what,
      figure.found::text, figure.wanted::text
    from withdraw_requests w
    left join (
      select withdrawal_id, partner_id,
        coalesce(sum(amount) filter (where kind = 'reserve'), 0) as reserved,
        coalesce(sum(amount) filter (where kind = 'settle'), 0) as settled,
        coalesce(sum(amount) filter (where kind = 'return'), 0) as returned
      from ledger_entries where withdrawal_id is not null group by withdrawal_id, partner_id
    ) e on e.withdrawal_id = w.id and e.partner_id = w.partner_id
    cross join lateral (values
      ('reserved', coalesce(e.reserved, 0), w.amount),
      ('settled', coalesce(e.settled, 0), case when w.status = 'paid' then w.amount else 0 end),
      ('returned', coalesce(e.returned, 0), case when w.status = 'rejected' then w.amount else 0 end)
    ) as figure (what, found, wanted)
    where figure.found <> figure.wanted
    union all
    select 'partner ' || l.partner_id, 'journal entry ' || l.id || ' for withdrawal ' || l.withdrawal_id,
      l.amount::text, 'a withdrawal of this partner'
    from ledger_entries l
    left join withdraw_requests w on w.id = l.withdrawal_id and w.partner_id = l.partner_id
    where w.id is null and (l.withdrawal_id is not null or l.kind in ('reserve', 'settle', 'return'))`,
};

const STATUS_FITS_HISTORY: LedgerCheck = {
  name: "the status of each withdrawal fits its history",
  unit: "text",
  sql: `
    select 'partner ' || w.partner_id as subject, 'history of withdrawal ' || w.id as what,
      coalesce(h.steps, 'none') as found, 'a legal path of ' || w.version || ' steps to ' || w.status as wanted
    from withdraw_requests w
    left join (
      select withdrawal_id, count(*) as length,
        string_agg(coalesce(from_status::text, 'nothing') || ' → ' || to_status, ', ' order by id) as steps,
        string_agg(to_status::text, ' ' order by id) as path,
        bool_and(from_status is not distinct from before) as connected
      from (
        select *, lag(to_status) over (partition by withdrawal_id order by id) as before from withdrawal_events
      ) e
      group by withdrawal_id
    ) h on h.withdrawal_id = w.id
    where h.withdrawal_id is null or h.length <> w.version or not h.connected
      or split_part(h.path, ' ', -1) <> w.status::text
      or h.path not in ('requested', 'requested approved', 'requested approved paid', 'requested rejected',
        'requested approved rejected')`,
};

export const WITHDRAWAL_CHECKS: readonly LedgerCheck[] = [
  RESERVED_IS_OPEN,
  STATUS_FITS_ENTRIES,
  STATUS_FITS_HISTORY,
];
