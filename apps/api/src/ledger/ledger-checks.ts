/**
 * One thing that must hold all over the books. The statement returns what does not: whose it is (`subject`), what is
 * compared (`what`), what stands there (`found`) and what it should be (`wanted`), as text; amounts in micro-euros.
 * `$1` is the first day whose single events are still there: earlier ones were dropped and cannot be proved any more.
 */
export interface LedgerCheck {
  readonly name: string;
  readonly unit: "euros" | "count" | "text";
  readonly sql: string;
}

const BALANCES_FOLLOW_JOURNAL: LedgerCheck = {
  name: "balances are the sums of the journal",
  unit: "euros",
  sql: `
    with moved as (
      select partner_id, kind::text as kind, credit_account::text as account, amount from ledger_entries
      union all
      select partner_id, kind::text, debit_account::text, -amount from ledger_entries
    ), fold as (
      select partner_id,
        coalesce(sum(amount) filter (where account = 'available'), 0) as available,
        coalesce(sum(amount) filter (where account = 'reserved'), 0) as reserved,
        coalesce(sum(amount) filter (where account = 'paid_out'), 0) as paid_out,
        coalesce(-sum(amount) filter (where account = 'debt'), 0) as debt,
        coalesce(-sum(amount) filter (where account = 'program' and kind in ('accrual', 'bonus', 'clawback')), 0)
          as earned
      from moved group by partner_id
    )
    select 'partner ' || partner_id as subject, figure.what, figure.found::text, figure.wanted::text
    from (select id as partner_id from partners union select partner_id from fold) everybody
    left join fold f using (partner_id)
    left join partner_balances b using (partner_id)
    cross join lateral (values
      ('available', b.available, coalesce(f.available, 0)),
      ('reserved', b.reserved, coalesce(f.reserved, 0)),
      ('paid out', b.paid_out, coalesce(f.paid_out, 0)),
      ('debt', b.debt, coalesce(f.debt, 0)),
      ('earned', b.earned, coalesce(f.earned, 0))
    ) as figure (what, found, wanted)
    where figure.found is distinct from figure.wanted`,
};

const NOTHING_NEGATIVE: LedgerCheck = {
  name: "nothing is negative",
  unit: "euros",
  sql: `
    select 'partner ' || partner_id as subject, figure.what, figure.found::text, 'not negative' as wanted
    from partner_balances b
    left join (
      select partner_id, sum(amount) as amount from balance_corrections where kind = 'clawback' group by partner_id
    ) taken using (partner_id)
    cross join lateral (values
      ('available', b.available), ('reserved', b.reserved), ('paid out', b.paid_out), ('debt', b.debt),
      -- More may be taken by hand than was ever earned.
      ('earned before corrections', b.earned + coalesce(taken.amount, 0))
    ) as figure (what, found)
    where figure.found < 0
    union all
    select 'partner ' || partner_id, 'journal entry ' || id, amount::text, 'more than 0'
    from ledger_entries where amount <= 0`,
};

const KNOWN_MOVEMENTS: LedgerCheck = {
  name: "money moves between the right accounts",
  unit: "text",
  sql: `
    select 'partner ' || partner_id as subject, 'journal entry ' || id as what,
      kind || ' from ' || debit_account || ' to ' || credit_account as found, 'a known movement' as wanted
    from ledger_entries
    where (kind::text, debit_account::text, credit_account::text) not in (
      ('accrual', 'program', 'available'), ('accrual', 'program', 'debt'),
      ('reserve', 'available', 'reserved'), ('settle', 'reserved', 'paid_out'),
      ('return', 'reserved', 'available'), ('return', 'reserved', 'debt'),
      ('lapse', 'available', 'program'),
      ('clawback', 'available', 'program'), ('clawback', 'debt', 'program'),
      ('bonus', 'program', 'available'), ('bonus', 'program', 'debt'))`,
};

const ACCRUALS_MATCH_DAYS: LedgerCheck = {
  name: "accruals are what the counted clicks of the day earned",
  unit: "euros",
  sql: `
    select 'partner ' || partner_id as subject, 'accrued on ' || day as what,
      coalesce(a.amount, 0)::text as found, coalesce(d.amount, 0)::text as wanted
    from (
      select partner_id, booked_on as day, sum(amount) as amount from ledger_entries
      where kind = 'accrual' group by partner_id, booked_on
    ) a
    full join (
      select partner_id, day, sum(earned) as amount from partner_days group by partner_id, day
    ) d using (partner_id, day)
    where coalesce(a.amount, 0) <> coalesce(d.amount, 0)`,
};

const CLAWBACKS_MATCH_DAYS: LedgerCheck = {
  name: "clawbacks are what the invalidated clicks had earned",
  unit: "euros",
  sql: `
    select 'partner ' || partner_id as subject, 'clawed back' as what,
      coalesce(c.amount, 0)::text as found, coalesce(d.amount, 0)::text as wanted
    from (
      select partner_id, sum(amount) as amount from ledger_entries
      where kind = 'clawback' and correction_id is null group by partner_id
    ) c
    full join (
      select partner_id, sum(earned) as amount from partner_days where verdict = 'invalidated' group by partner_id
    ) d using (partner_id)
    where coalesce(c.amount, 0) <> coalesce(d.amount, 0)`,
};

const CORRECTIONS_MATCH_ENTRIES: LedgerCheck = {
  name: "corrections by hand are what was booked for them",
  unit: "euros",
  sql: `
    select 'partner ' || partner_id as subject, kind || ' of correction ' || id as what,
      coalesce(e.amount, 0)::text as found, coalesce(c.amount, 0)::text as wanted
    from (
      select correction_id as id, partner_id, kind::text as kind, sum(amount) as amount from ledger_entries
      where correction_id is not null group by correction_id, partner_id, kind
    ) e
    full join (select id, partner_id, kind::text as kind, amount from balance_corrections) c
      using (id, partner_id, kind)
    where coalesce(e.amount, 0) <> coalesce(c.amount, 0)`,
};

export const MONEY_CHECKS: readonly LedgerCheck[] = [
  BALANCES_FOLLOW_JOURNAL,
  NOTHING_NEGATIVE,
  KNOWN_MOVEMENTS,
  ACCRUALS_MATCH_DAYS,
  CLAWBACKS_MATCH_DAYS,
  CORRECTIONS_MATCH_ENTRIES,
];
