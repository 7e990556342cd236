import { createHash } from "node:crypto";
import { Client, type ClientConfig } from "pg";
import { installJobQueue, jobQueuePlan } from "../jobs/job-queue.ts";
import { APPLICATION_ROLE } from "./application-role.ts";
import { MIGRATIONS } from "./migrations.ts";
import { createOrm } from "./orm.ts";

/** To be counted up when what is granted or made below changes without a migration. */
const STEPS_VERSION = 1;
/** What a database was last brought up to: everything below that is done to it. */
const NEWEST = createHash("sha256")
  .update(JSON.stringify([STEPS_VERSION, MIGRATIONS.map(({ name }) => name), jobQueuePlan()]))
  .digest("hex");
/** Bears the note. A backup restores triggers last: where the note is, everything else is. */
const NOTED_ON = { trigger: "journal_only_grows", table: "public.ledger_entries" };

/** Any fixed number: it only has to be the same in every process that migrates this database. */
const MIGRATION_LOCK = 4_071_922;

/**
 * Brings the database to the newest schema, as the role of `owner`, and makes sure of the application's role.
 * Safe to run from several processes at once and after being killed: each migration is one transaction.
 */
export async function migrate(owner: ClientConfig): Promise<void> {
  const gate = new Client(owner);
  await gate.connect();
  try {
    if (await isNewest(gate)) return;
    // Held by a connection of its own: it is released even when this process is killed.
    await gate.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureApplicationRole(gate);
    // Our own server lets in whoever reaches its private socket, so the role needs no password to be a login.
    if (owner.connectionString === undefined) await gate.query(`alter role ${APPLICATION_ROLE} login`);
    await runMigrations(owner);
    await installJobQueue(owner);
    await gate.query(`comment on trigger ${NOTED_ON.trigger} on ${NOTED_ON.table} is '${NEWEST}'`);
  } finally {
    await gate.end();
  }
}

/**
 * Nearly every start finds nothing to do, and one question tells. The note of it goes with the database into a backup,
 * the role does not: a database that was restored on another server has to be given one.
 */
async function isNewest(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ newest: boolean | null }>(
    `select obj_description(oid, 'pg_trigger') = $3
        and coalesce(pg_has_role(current_user, to_regrole($4), 'set'), false) as newest
      from pg_trigger where tgrelid = to_regclass($1) and tgname = $2`,
    [NOTED_ON.table, NOTED_ON.trigger, NEWEST, APPLICATION_ROLE],
  );
  return rows[0]?.newest === true;
}

async function runMigrations(owner: ClientConfig): Promise<void> {
  const { Migrator } = await import("@mikro-orm/migrations");
  const orm = createOrm(owner, {
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false, transactional: true, allOrNothing: false },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

async function ensureApplicationRole(client: Client): Promise<void> {
  // Roles belong to the whole server: another database of it may have made this one a moment ago.
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
        create role ${APPLICATION_ROLE} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  const { rows } = await client.query<{ member: boolean }>(
    "select pg_has_role(current_user, $1, 'set') as member",
    [APPLICATION_ROLE],
  );
  if (!rows[0]?.member) await client.query(`grant ${APPLICATION_ROLE} to current_user`);
}
