import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { done, request } from "../withdrawals/withdrawal.test-kit.ts";

let test: TestApp;
let partner: SignedIn;
let withdrawalId: string;
/** The application's own connection: what it cannot do, no bug of ours can. */
let asApp: Client;
beforeAll(async () => {
  test = await createTestApp();
  partner = await signedInPartner(test);
  await earn(test, partner.id, "50.00");
  withdrawalId = done(await request(partner, "20.00")).id;
  asApp = new Client(test.app.database.connection);
  await asApp.connect();
});
afterAll(async () => {
  await asApp.end();
  await test.close();
});

const DENIED = "42501";
const REFUSED = "23001";
const CHECK = "23514";

describe("the application's role", () => {
  it.each([
    "update ledger_entries set amount = amount + 1",
    "update ledger_entries set sealed = true",
    "delete from ledger_entries",
    "truncate ledger_entries",
    "truncate ledger_entries cascade",
    "update partner_balances set available = available + 1",
    "insert into partner_balances (partner_id) values (gen_random_uuid())",
    "delete from partner_balances",
    "delete from withdraw_requests",
    "truncate withdraw_requests cascade",
    "update withdraw_requests set amount = amount + 10000",
    "update withdrawal_events set note = 'x'",
    "delete from withdrawal_events",
    "delete from partners",
    "update balance_corrections set amount = 10000",
    "delete from balance_corrections",
    "update links set destination = 'https://example.org/'",
    "alter table ledger_entries disable trigger all",
    "drop table ledger_entries",
    "set session_replication_role = replica",
    "create table mine (id int)",
  ])("is denied: %s", async (statement) => {
    await expect(asApp.query(statement)).rejects.toMatchObject({ code: DENIED });
  });
});

describe("the database, even as its owner", () => {
  it.each([
    ["update ledger_entries set amount = amount - 1", REFUSED],
    ["update ledger_entries set amount = amount + 1 where sealed", REFUSED],
    ["delete from ledger_entries", REFUSED],
    ["truncate ledger_entries cascade", REFUSED],
    ["update partner_balances set available = -1", CHECK],
    ["delete from withdraw_requests", REFUSED],
    ["update withdrawal_events set note = 'x'", REFUSED],
    ["update withdraw_requests set amount = amount + 10000", REFUSED],
    ["update withdraw_requests set destination = 'X', destination_sealed = '\\x00'", REFUSED],
  ])("refuses: %s", async (statement, code) => {
    await expect(test.database.sql(statement)).rejects.toMatchObject({ code });
  });

  it("refuses an entry that would make a balance negative", async () => {
    const lapse = `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on)
      values ($1, 'lapse', 'available', 'program', 30000001, current_date)`;
    await expect(asApp.query(lapse, [partner.id])).rejects.toMatchObject({ code: CHECK });
  });

  it("refuses a second settlement or return of one withdrawal", async () => {
    const settle = `insert into ledger_entries
      (partner_id, kind, debit_account, credit_account, amount, booked_on, withdrawal_id)
      values ($1, 'settle', 'reserved', 'paid_out', 20000000, current_date, $2)`;
    await expect(asApp.query(settle, [partner.id, withdrawalId])).rejects.toMatchObject({ code: REFUSED });
  });

  it("refuses a withdrawal without its reserve, at the end of the transaction", async () => {
    await asApp.query("begin");
    const inserted = await asApp.query<{ id: string }>(
      `insert into withdraw_requests (partner_id, amount, method, destination, idempotency_key, request_hash, requested_at)
       values ($1, 10000000, 'paypal', 'x', 'raw', '\\x00', now()) returning id`,
      [partner.id],
    );
    await asApp.query(
      `insert into withdrawal_events (withdrawal_id, at, to_status, by_partner) values ($1, now(), 'requested', $2)`,
      [inserted.rows[0]?.id, partner.id],
    );
    await expect(asApp.query("commit")).rejects.toMatchObject({ code: REFUSED });
  });
});
