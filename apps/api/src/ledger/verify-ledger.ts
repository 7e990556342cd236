import { addDays, dayOf } from "@contentflow/domain/day";
import { formatEuros, microEuros } from "@contentflow/domain/money";
import type { Client } from "pg";
import type { App } from "../app.ts";
import { CalmClient } from "../db/calm-client.ts";
import { CREDITS_LEFT_FOLLOW_JOURNAL } from "./credits-left-checks.ts";
import { EVENT_CHECKS } from "./event-checks.ts";
import { type LedgerCheck, MONEY_CHECKS } from "./ledger-checks.ts";
import { STATISTICS_CHECKS } from "./statistics-checks.ts";
import { WITHDRAWAL_CHECKS } from "./withdrawal-checks.ts";

export interface LedgerProof {
  readonly ok: boolean;
  /** How much was looked at. */
  readonly checked: Readonly<
    Record<"partners" | "entries" | "withdrawals" | "links" | "days" | "events", number>
  >;
  /** In words, each with its partner and both figures; the first hundred of them. */
  readonly differences: readonly string[];
  readonly differenceCount: number;
}

const CHECKS: readonly LedgerCheck[] = [
  ...MONEY_CHECKS,
  CREDITS_LEFT_FOLLOW_JOURNAL,
  ...WITHDRAWAL_CHECKS,
  ...EVENT_CHECKS,
  ...STATISTICS_CHECKS,
];
const MOST_LISTED = 100;

/**
 * Proves the books, and stores the result for the admins to see. Everything is looked at as of one instant, so a system
 * under load verifies as cleanly as one at rest; the database does the sums, so size costs time, not memory.
 */
export async function verifyLedger(app: Pick<App, "database" | "config" | "now">): Promise<LedgerProof> {
  // A connection of its own: the application's limits on how long a statement may take do not fit this one.
  const client = new CalmClient({ ...app.database.connection, application_name: "contentflow-verify" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0");
    const proof = await prove(client, addDays(dayOf(app.now()), -app.config.eventRetentionDays));
    await client.query("commit");
    await client.query("insert into ledger_checks (ok, differences) values ($1, $2)", [
      proof.ok,
      JSON.stringify(proof.differences),
    ]);
    return proof;
  } finally {
    await client.end();
  }
}

async function prove(client: Client, retainedSince: string): Promise<LedgerProof> {
  const keptSince = await eventsKeptSince(client, retainedSince);
  const differences: string[] = [];
  let differenceCount = 0;
  for (const check of CHECKS) {
    const { rows } = await client.query<Difference>(limited(check), [keptSince]);
    differenceCount += rows[0]?.total ?? 0;
    for (const row of rows) if (differences.length < MOST_LISTED) differences.push(inWords(row, check.unit));
  }
  const checked = await countChecked(client, keptSince);
  return { ok: differenceCount === 0, checked, differences, differenceCount };
}

interface Difference {
  readonly subject: string;
  readonly what: string;
  readonly found: string | null;
  readonly wanted: string;
  readonly total: number;
}

function limited({ sql }: LedgerCheck): string {
  // Naming the parameter makes its type known to the checks that have no use for it.
  return `
    select d.*, (count(*) over ())::float8 as total from (${sql}) d
    where $1::date is not null order by d.subject, d.what limit ${MOST_LISTED}`;
}

function inWords({ subject, what, found, wanted }: Difference, unit: LedgerCheck["unit"]): string {
  return `${subject}: ${what} is ${figure(found, unit)}, should be ${figure(wanted, unit)}`;
}

function figure(text: string | null, unit: LedgerCheck["unit"]): string {
  if (text === null) return "missing";
  return unit === "euros" && /^-?\d+$/.test(text) ? `${formatEuros(microEuros(BigInt(text)))} €` : text;
}

/** The first day from which on all single events must be there; retention drops the oldest days, whole. */
async function eventsKeptSince(client: Client, retainedSince: string): Promise<string> {
  const { rows } = await client.query<{ day: string }>(
    // The days first, materialised: the planner may otherwise read a date out of the name of any other table.
    `with kept as materialized (
       select right(c.relname, 8) as day from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'metric_events'::regclass
     )
     select coalesce(min(to_date(day, 'YYYYMMDD')), 'infinity')::text as day from kept
     where to_date(day, 'YYYYMMDD') >= $1::date`,
    [retainedSince],
  );
  return rows[0]?.day ?? "infinity";
}

async function countChecked(client: Client, keptSince: string): Promise<LedgerProof["checked"]> {
  const { rows } = await client.query<LedgerProof["checked"]>(
    `select (select count(*) from partners)::float8 as partners,
       (select count(*) from ledger_entries)::float8 as entries,
       (select count(*) from withdraw_requests)::float8 as withdrawals,
       (select count(*) from links)::float8 as links,
       (select count(*) from partner_days)::float8 as days,
       (select count(*) from metric_events where booked_on >= $1::date)::float8 as events`,
    [keptSince],
  );
  if (!rows[0]) throw new Error("nothing was counted");
  return rows[0];
}
