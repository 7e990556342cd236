import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client, type ClientConfig } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedServer, startEmbeddedServer } from "../apps/api/src/db/embedded/embedded-server.ts";
import {
  booksOf,
  fillBooks,
  migrateTo,
  RELEASED_SCHEMAS,
} from "../apps/api/src/db/released-schema.test-kit.ts";
import { type Command, startCommand } from "./harness/api-process.ts";
import { until } from "./harness/until.ts";

/** At so many of its steps a migration is killed, evenly spread from the first to the last. */
const MOMENTS = 8;
const HALT_LOCK = 77;
const [FIRST_RELEASE = ""] = RELEASED_SCHEMAS;

let folder: string;
let server: EmbeddedServer;
let books: Record<string, unknown>;
let steps: number;

/** Every change of the schema takes a number; the one that is asked for waits for a lock, with its transaction open. */
const COUNTS_STEPS = `
  create schema faults;
  create sequence faults.steps;
  create function faults.halt() returns event_trigger language plpgsql as $$
  begin
    if nextval('faults.steps') = current_setting('faults.halt_at', true)::bigint then
      perform pg_advisory_xact_lock(${HALT_LOCK});
    end if;
  end $$;
  create event trigger halt on ddl_command_end execute function faults.halt()`;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), "cf-faults-")));
  server = await startEmbeddedServer({ dataDir: folder });
  // As every server that was ever migrated has it.
  await onServer("create role contentflow_app nologin");
  await onServer("create database released");
  await migrateTo(database("released"), FIRST_RELEASE);
  await fillBooks(database("released"), FIRST_RELEASE);
  books = await booksOf(database("released"));
  const client = await connected("released");
  await client.query(COUNTS_STEPS);
  await client.end();
  await copyTo("whole", 0);
  await expectUpgraded("whole");
  const counted = await connected("whole");
  const { rows } = await counted.query<{ last_value: string }>("select last_value from faults.steps");
  await counted.end();
  steps = Number(rows[0]?.last_value);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function database(name: string): ClientConfig {
  return { ...server.connection, ssl: false, database: name };
}

async function connected(name: string): Promise<Client> {
  const client = new Client(database(name));
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function onServer(statement: string): Promise<void> {
  const client = await connected("postgres");
  await client.query(statement);
  await client.end();
}

async function copyTo(name: string, haltAt: number): Promise<void> {
  // The other way of copying forgets, in a crash, how far sequences have got.
  await onServer(`create database ${name} template released strategy file_copy`);
  await onServer(`alter database ${name} set faults.halt_at = '${haltAt}'`);
}

/** Any command migrates before it does its work. */
function upgrade(name: string): Command {
  const { host, port, user } = server.connection;
  const url = `postgresql://${user}@localhost/${name}?${new URLSearchParams({ host, port: String(port) })}`;
  return startCommand(["ledger:verify"], { DATABASE_URL: url, DATA_DIR: folder });
}

async function expectUpgraded(name: string): Promise<void> {
  const command = upgrade(name);
  expect(await command.ended, command.output()).toBe(0);
  expect(await booksOf(database(name))).toEqual(books);
}

/** Starts an upgrade and waits until it has come to the step that halts. */
async function upgradeThatHalts(name: string): Promise<Command> {
  const command = upgrade(name);
  const client = await connected("postgres");
  await until("the migration halts", 30_000, async () => {
    const { rowCount } = await client.query(
      "select from pg_locks where locktype = 'advisory' and objid = $1 and not granted",
      [HALT_LOCK],
    );
    return (rowCount ?? 0) > 0;
  });
  await client.end();
  return command;
}

describe("AC-46 the first release's books, filled, are migrated", () => {
  it.each(Array.from({ length: MOMENTS }, (_, moment) => moment))(
    "killed at moment %i and run again: equal balances, and the ledger balances",
    async (moment) => {
      const name = `killed_${moment}`;
      const haltAt = 1 + Math.floor((moment * (steps - 1)) / (MOMENTS - 1));
      await copyTo(name, haltAt);
      const holder = await connected(name);
      await holder.query("select pg_advisory_lock($1)", [HALT_LOCK]);
      const command = await upgradeThatHalts(name);
      command.kill();
      expect(await command.ended).toBe("SIGKILL");
      await onServer(`alter database ${name} set faults.halt_at = '0'`);
      await holder.end();
      await expectUpgraded(name);
    },
  );

  it("PostgreSQL killed in the middle of it: the command fails, and works when it is back", async () => {
    await copyTo("crashed", Math.floor(steps / 2));
    const holder = await connected("crashed");
    await holder.query("select pg_advisory_lock($1)", [HALT_LOCK]);
    const command = await upgradeThatHalts("crashed");
    const { pid } = server;
    process.kill(pid, "SIGKILL");
    expect(await command.ended).toBe(1);
    await until("PostgreSQL is back", 10_000, () => server.pid !== pid);
    await onServer("alter database crashed set faults.halt_at = '0'");
    await expectUpgraded("crashed");
  });
});
