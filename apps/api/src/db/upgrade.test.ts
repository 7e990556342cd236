import { randomBytes } from "node:crypto";
import { Migrator } from "@mikro-orm/migrations";
import { Client, type ClientConfig } from "pg";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations.ts";
import { createOrm } from "./orm.ts";

const RELEASED = MIGRATIONS.filter(({ name }) => name < "2026-11-23");

let owner: ClientConfig;
let client: Client;

/** A database as the first release left it. */
beforeEach(async () => {
  const server = inject("postgres");
  const database = `upgrade_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${database}`);
  owner = { ...server, database };
  const orm = await createOrm(owner, {
    extensions: [Migrator],
    migrations: { migrationsList: RELEASED, snapshot: false, transactional: true, allOrNothing: false },
  });
  await orm.migrator.up();
  await orm.close(true);
  client = new Client(owner);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await onServer(`drop database ${owner.database} with (force)`);
});

async function onServer(statement: string): Promise<void> {
  const server = new Client(inject("postgres"));
  await server.connect();
  await server.query(statement);
  await server.end();
}

it("brings the first release to the newest schema with everything in it", async () => {
  expect(RELEASED).toHaveLength(7);
  await client.query("insert into partners (email) values ('old@example.org')");
  // As rules allowed it then: nobody signed for the bonus.
  await client.query(
    `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, reason)
     select id, 'bonus', 'program', 'available', 5000000, '2026-11-22', 'welcome' from partners`,
  );
  const accrue = `select book_accruals(jsonb_build_array(jsonb_build_object(
    'partner_id', id, 'credit_account', 'available', 'amount', 200000, 'booked_on', '2026-11-22'))) from partners`;
  await client.query(accrue);
  await client.query(
    "insert into links (code, partner_id, destination) select 'abc', id, 'https://example.org/' from partners",
  );

  await migrate(owner);
  await migrate(owner);

  await client.query(accrue);
  const { rows } = await client.query("select available, earned from partner_balances");
  expect(rows).toEqual([{ available: "5400000", earned: "5400000" }]);
  const partners = await client.query("select email, status, on_leaderboard, erased_at from partners");
  expect(partners.rows).toEqual([
    { email: "old@example.org", status: "active", on_leaderboard: true, erased_at: null },
  ]);
  expect((await client.query("select code from links")).rows).toEqual([{ code: "abc" }]);
});
