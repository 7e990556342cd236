import { Migrator } from "@mikro-orm/migrations";
import { Client, type ClientConfig } from "pg";
import { installJobQueue } from "../jobs/job-queue.ts";
import { APPLICATION_ROLE } from "./application-role.ts";
import { MIGRATIONS } from "./migrations.ts";
import { createOrm } from "./orm.ts";

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
    // Held by a connection of its own: it is released even when this process is killed.
    await gate.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureApplicationRole(gate);
    // Our own server lets in whoever reaches its private socket, so the role needs no password to be a login.
    if (owner.connectionString === undefined) await gate.query(`alter role ${APPLICATION_ROLE} login`);
    const orm = await createOrm(owner, {
      extensions: [Migrator],
      migrations: { migrationsList: MIGRATIONS, snapshot: false, transactional: true, allOrNothing: false },
    });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
    await installJobQueue(owner);
  } finally {
    await gate.end();
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
