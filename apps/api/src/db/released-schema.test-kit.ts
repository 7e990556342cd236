import { Migrator } from "@mikro-orm/migrations";
import { Client, type ClientConfig } from "pg";
import { MIGRATIONS } from "./migrations.ts";
import { createOrm } from "./orm.ts";

const FIRST_RELEASE = 7;

/** Every schema that anybody may have, by its newest migration: the first release's and each one after it. */
export const RELEASED_SCHEMAS = MIGRATIONS.slice(FIRST_RELEASE - 1).map(({ name }) => name);

/** Brings an empty database to a schema of the past. */
export async function migrateTo(owner: ClientConfig, schema: string): Promise<void> {
  const orm = createOrm(owner, {
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false, transactional: true, allOrNothing: false },
  });
  try {
    await orm.migrator.up({ to: schema });
  } finally {
    await orm.close(true);
  }
}

/**
 * Books as the schema of that time allowed them: three partners with clicks of three days, a withdrawal in every status,
 * and a bonus, which nobody signed before that was asked for.
 */
export async function fillBooks(owner: ClientConfig, schema: string): Promise<void> {
  const signed = schema >= "2026-11-23-3";
  await onClient(owner, async (client) => {
    for (const transaction of [PEOPLE, CLICKS, ...WITHDRAWALS, corrections(signed)]) {
      await client.query("begin");
      for (const statement of transaction) await client.query(statement);
      await client.query("commit");
    }
  });
}

/** What must be the same after an upgrade as before. */
export async function booksOf(owner: ClientConfig): Promise<Record<string, unknown>> {
  return onClient(owner, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(BOOKS);
    return rows[0] ?? {};
  });
}

async function onClient<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const PEOPLE = [
  "insert into partners (email) select 'p' || n || '@example.org' from generate_series(1, 3) n",
  "insert into admins (email) values ('admin@contentflow.example')",
  `insert into links (code, partner_id, destination)
     select 'l' || row_number() over (order by email), id, 'https://example.org/' from partners`,
];

/** The same for each partner: 10, 20 and 30 clicks of a euro, of three days ago, the day before yesterday and yesterday. */
const DAYS = "(values (3, 10), (2, 20), (1, 30)) as d (ago, many)";

const CLICKS = [
  `select ensure_event_partition(current_date - ago) from ${DAYS}`,
  `insert into metric_events (booked_on, occurred_at, epc, partner_id, link_id, kind, verdict, visitor)
     select current_date - ago, (current_date - ago) + interval '12 hours', 1000000, l.partner_id, l.id, 'click', 'counted',
       'v' || ago || '-' || n
     from links l, ${DAYS}, generate_series(1, many) n`,
  `insert into partner_days (day, partner_id, kind, verdict, events, earned)
     select current_date - ago, p.id, 'click', 'counted', many, many * 1000000 from partners p, ${DAYS}`,
  "update links set clicks = 60, earned = 60000000",
  `select book_accruals(jsonb_agg(jsonb_build_object('partner_id', p.id, 'credit_account', 'available',
     'amount', many * 1000000, 'booked_on', current_date - ago))) from partners p, ${DAYS}`,
];

const decide = (statuses: string, from: string, to: string, set: string) => [
  `update withdraw_requests set status = '${to}', version = version + 1, ${set}
     where status = '${from}' and idempotency_key in (${statuses})`,
  `insert into withdrawal_events (withdrawal_id, at, from_status, to_status, by_admin)
     select w.id, now(), '${from}', '${to}', a.id from withdraw_requests w, admins a
     where w.status = '${to}' and w.idempotency_key in (${statuses})`,
];

const move = (key: string, kind: string, from: string, to: string) =>
  `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, withdrawal_id)
     select partner_id, '${kind}', '${from}', '${to}', amount, current_date, id
     from withdraw_requests where idempotency_key in (${key})`;

const EVERY = "'requested', 'approved', 'paid', 'rejected'";

/** One transaction for each step, as each is checked at its end. */
const WITHDRAWALS = [
  [
    `insert into withdraw_requests (partner_id, amount, method, destination, destination_sealed, idempotency_key,
         request_hash, requested_at)
       select p.id, 10000000, 'paypal', 'm•••@example.org', '\\x01', key, '\\x02', now()
       from partners p, unnest(array[${EVERY}]) as key`,
    `insert into withdrawal_events (withdrawal_id, at, to_status, by_partner)
       select id, now(), 'requested', partner_id from withdraw_requests`,
    move(EVERY, "reserve", "available", "reserved"),
  ],
  decide("'approved', 'paid'", "requested", "approved", "decided_at = now()"),
  [
    ...decide("'paid'", "approved", "paid", "paid_at = now(), reference = 'PAY-1'"),
    move("'paid'", "settle", "reserved", "paid_out"),
  ],
  [
    ...decide("'rejected'", "requested", "rejected", "decided_at = now(), reason = 'no such account'"),
    move("'rejected'", "return", "reserved", "available"),
  ],
];

/** Before bonuses had to be signed for, nobody did. */
const corrections = (signed: boolean) => [
  `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, reason, admin_id)
     select p.id, 'bonus', 'program', 'available', 5000000, current_date, 'welcome', ${signed ? "a.id" : "null"}
     from partners p, admins a`,
];

const BOOKS = `
  select
    (select jsonb_agg(to_jsonb(b) - 'oldest_on' - 'oldest_left' order by p.email) from partner_balances b join partners p on p.id = b.partner_id) as balances,
    (select jsonb_agg(to_jsonb(w) - 'destination_sealed' order by w.id) from withdraw_requests w) as withdrawals,
    (select jsonb_object_agg(kind, sums) from (
      select kind, jsonb_build_array(count(*), sum(amount)) as sums from ledger_entries group by kind) k) as journal,
    (select jsonb_agg(jsonb_build_array(code, clicks, earned) order by code) from links) as links,
    (select jsonb_build_array(count(*), sum(epc)) from metric_events) as events,
    (select count(*) from withdrawal_events) as history`;
