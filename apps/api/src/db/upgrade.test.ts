import { randomBytes } from "node:crypto";
import { Client, type ClientConfig } from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { readConfig } from "../config.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { booksOf, fillBooks, migrateTo, RELEASED_SCHEMAS } from "./released-schema.test-kit.ts";

let owner: ClientConfig;

beforeEach(async () => {
  const database = `upgrade_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${database}`);
  owner = { ...inject("postgres"), database };
});
afterEach(() => onServer(`drop database ${owner.database} with (force)`));

async function onServer(statement: string): Promise<void> {
  const server = new Client(inject("postgres"));
  await server.connect();
  await server.query(statement);
  await server.end();
}

async function differences(): Promise<readonly string[]> {
  const database = openDatabase(owner, { size: 10, waitMs: 5_000 });
  try {
    const proof = await verifyLedger({ database, config: readConfig({}, "tool"), now: () => new Date() });
    expect(proof.checked).toMatchObject({ partners: 3, withdrawals: 12, events: 180 });
    return proof.differences;
  } finally {
    await database.close();
  }
}

describe.each(RELEASED_SCHEMAS)("AC-46 the schema of %s, filled", (schema) => {
  it("becomes the newest one with equal books, which balance", async () => {
    await migrateTo(owner, schema);
    await fillBooks(owner, schema);
    const before = await booksOf(owner);
    expect(before["journal"]).toMatchObject({ accrual: [9, 180_000_000], settle: [3, 30_000_000] });

    await migrate(owner);
    await migrate(owner);

    expect(await booksOf(owner)).toEqual(before);
    expect(await differences()).toEqual([]);
  });
});

it("AC-46 goes on counting after an upgrade from the first release, and asks partners about nothing new", async () => {
  const [first = ""] = RELEASED_SCHEMAS;
  expect(first).toBe("2026-11-22-7-partner-clicks");
  await migrateTo(owner, first);
  await fillBooks(owner, first);
  await migrate(owner);
  const client = new Client(owner);
  await client.connect();
  await client.query(`select book_accruals(jsonb_build_array(jsonb_build_object(
    'partner_id', id, 'credit_account', 'available', 'amount', 200000, 'booked_on', current_date - 1)))
    from partners where email = 'p1@example.org'`);
  const { rows } = await client.query(
    `select email, status, on_leaderboard, erased_at, available, reserved, paid_out, earned
     from partners p join partner_balances b on b.partner_id = p.id where email = 'p1@example.org'`,
  );
  await client.end();
  expect(rows).toEqual([
    {
      email: "p1@example.org",
      status: "active",
      on_leaderboard: true,
      erased_at: null,
      available: "35200000",
      reserved: "20000000",
      paid_out: "10000000",
      earned: "65200000",
    },
  ]);
});
