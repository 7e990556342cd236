import type { LedgerCheck } from "./ledger-checks.ts";

/** Worked out from the other end than they are kept: all that was ever spent is taken from all credits, oldest first. */
export const CREDITS_LEFT_FOLLOW_JOURNAL: LedgerCheck = {
  name: "the oldest credits left are what the journal leaves of them",
  unit: "euros",
  sql: `
    with credited as (
      select partner_id, booked_on as day, sum(sum(amount)) over (partition by partner_id order by booked_on) as up_to
      from ledger_entries where credit_account = 'available' group by partner_id, booked_on
    ), spent as (
      select partner_id, sum(amount) as amount from ledger_entries where debit_account = 'available' group by partner_id
    ), oldest as (
      select c.partner_id, coalesce(min(c.day) filter (where c.up_to > coalesce(s.amount, 0)), max(c.day)) as day,
        coalesce(min(c.up_to - coalesce(s.amount, 0)) filter (where c.up_to > coalesce(s.amount, 0)), 0) as amount
      from credited c left join spent s using (partner_id) group by c.partner_id
    )
    select 'partner ' || partner_id as subject, figure.what, figure.found, figure.wanted
    from partner_balances b left join oldest o using (partner_id)
    cross join lateral (values
      ('day of the oldest credits left', b.oldest_on::text, coalesce(o.day, '-infinity')::text,
        case when b.oldest_left is null then b.oldest_on <= o.day else b.oldest_on = coalesce(o.day, '-infinity') end),
      ('left of the oldest credits', b.oldest_left::text, coalesce(o.amount, 0)::text,
        b.oldest_left is null or b.oldest_left = coalesce(o.amount, 0))
    ) as figure (what, found, wanted, fits)
    where figure.fits is not true`,
};
