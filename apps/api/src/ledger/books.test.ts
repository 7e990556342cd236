import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
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

describe("AC-07 the application's role", () => {
  it.each([
    "update ledger_entries set amount = amount + 1",
    "update ledger_entries set booked_on = current_date",
    "update only ledger_entries set partner_id = partner_id",
    "delete from ledger_entries where false",
    "with gone as (delete from ledger_entries returning *) select * from gone",
    "merge into ledger_entries l using partners p on l.partner_id = p.id when matched then delete",
    `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, sealed)
     select partner_id, kind, debit_account, credit_account, amount, booked_on, sealed from ledger_entries
     on conflict (partner_id, booked_on, credit_account) where kind = 'accrual' and not sealed do update set amount = 1`,
    "select * from ledger_entries for update",
    "alter table ledger_entries add column mine int",
    "alter table partner_balances disable trigger all",
    "drop trigger balances_follow_inserts on ledger_entries",
    "create trigger mine before insert on ledger_entries for each row execute function refuse_rewriting()",
    "create or replace function refuse_rewriting() returns trigger language plpgsql as 'begin return new; end'",
    "drop function move_balances() cascade",
    "alter table ledger_entries owner to current_user",
    "select * from partner_balances for update",
    "merge into partner_balances b using partners p on b.partner_id = p.id when matched then update set available = 0",
    "truncate partner_balances",
    "truncate withdrawal_events",
    "truncate partners cascade",
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
    await changesNothing(test, () => expect(asApp.query(statement)).rejects.toMatchObject({ code: DENIED }));
  });

  it.each(["available", "debt"])(
    "cannot book a negative accrual by the function for accruals (%s)",
    async (account) => {
      const entry = { partner_id: partner.id, credit_account: account, amount: -1, booked_on: "2026-01-01" };
      await changesNothing(test, () => asApp.query("select book_accruals($1)", [JSON.stringify([entry])]));
    },
  );
});

describe("AC-07 the database, even as its owner", () => {
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

  it.each([
    ["none", null],
    ["a smaller one", 9_990_000],
    ["a greater one", 10_010_000],
  ])(
    "AC-08 refuses a withdrawal without its reserve at the end of the transaction: %s",
    async (_what, reserved) => {
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
      if (reserved !== null) {
        await asApp.query(
          `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, withdrawal_id)
         values ($1, 'reserve', 'available', 'reserved', $2, current_date, $3)`,
          [partner.id, reserved, inserted.rows[0]?.id],
        );
      }
      await expect(asApp.query("commit")).rejects.toMatchObject({ code: REFUSED });
    },
  );
});
