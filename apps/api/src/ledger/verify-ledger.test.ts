import { parseEuros } from "@contentflow/domain/money";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyLedgerCommand } from "../cli/verify-ledger.ts";
import { recordEvents } from "../clicks/record-events.ts";
import { createLink } from "../links/create-link.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { approve, done, pay, request } from "../withdrawals/withdrawal.test-kit.ts";
import { correctBalance } from "./correct-balance.ts";
import { invalidateClicks } from "./invalidate-clicks.ts";
import { verifyLedger } from "./verify-ledger.ts";

let filled: TestDatabase;
let partner: SignedIn;
let fixture: TestApp;

beforeAll(async () => {
  filled = await createTestDatabase();
  const app = await createTestApp({}, undefined, filled);
  await fill(app);
  await app.close();
});
afterAll(() => filled.drop());

beforeEach(async () => {
  fixture = await createTestApp({}, undefined, await filled.copy());
});
afterEach(async () => {
  await fixture.close();
  await fixture.database.drop();
});

/** Books in which everything has happened once; each test damages its own copy of them. */
async function fill(test: TestApp): Promise<void> {
  partner = await signedInPartner(test);
  const admin = await signedInAdmin(test);
  const link = await createLink(test.app, partner.id, { destination: "https://example.org/" });
  await recordEvents(test.app, [
    { kind: "click", partnerId: partner.id, linkId: link.id, visitor: "v", occurredAt: new Date() },
    { kind: "click", partnerId: "nobody", visitor: "v", occurredAt: new Date() },
    { kind: "view", partnerId: partner.id, visitor: "v", occurredAt: new Date() },
  ]);
  await earn(test, partner.id, "50.00");
  await earn(test, partner.id, "5.00");
  done(await pay(admin, done(await approve(admin, done(await request(partner, "20.00"))))));
  done(await request(partner, "10.00"));
  const [last] = await test.database.sql<{ id: string }>(
    "select id from metric_events where partner_id = $1 and kind = 'click' order by id desc limit 1",
    [partner.id],
  );
  await invalidateClicks(test.app, { eventIds: [last?.id ?? ""], reason: "test", adminId: admin.id });
  for (const kind of ["bonus", "clawback"] as const) {
    const correction = { kind, amount: parseEuros("3.00"), reason: "test", idempotencyKey: kind };
    await correctBalance(test.app, { ...correction, partnerId: partner.id, adminId: admin.id });
  }
}

/** As somebody who owns the database and switches its guards off. */
async function falsify(statement: string): Promise<void> {
  await fixture.database.sql("set session_replication_role = replica");
  await fixture.database.sql(statement);
  await fixture.database.sql("set session_replication_role = origin");
}

async function verifyAsCommand(json = false) {
  const lines: string[] = [];
  const output = { out: (text: string) => void lines.push(text), err: () => {}, interactive: false };
  return { exitCode: await verifyLedgerCommand(fixture.app, { json }, output), text: lines.join("\n") };
}

describe("honest books", () => {
  it("balance, with exit code 0, and the result is kept", async () => {
    const { exitCode, text } = await verifyAsCommand();
    expect(text).toContain("The books balance.");
    expect(exitCode).toBe(0);
    expect(await fixture.database.sql("select ok, differences from ledger_checks")).toEqual([
      { ok: true, differences: [] },
    ]);
  });

  it("balance after the oldest days were dropped", async () => {
    await earn(fixture, partner.id, "1.00", "2024-01-01");
    await fixture.database.sql("select seal_accruals(current_date)");
    await fixture.database.sql("select drop_event_partitions('2025-01-01')");
    expect((await verifyLedger(fixture.app)).differences).toEqual([]);
  });

  it("are told to machines as JSON", async () => {
    const { text } = await verifyAsCommand(true);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      differences: [],
      checked: { partners: 1, withdrawals: 2, events: 5 },
    });
  });
});

describe("AC-10 falsified books are found, and the partner is named", () => {
  it.each([
    ["a richer balance", "update partner_balances set available = available + 1", "available is"],
    [
      "money moved between accounts",
      "update partner_balances set paid_out = paid_out - 1, reserved = reserved + 1",
      "paid out is",
    ],
    ["forgiven debt", "update partner_balances set debt = debt + 5", "debt is"],
    ["other earnings", "update partner_balances set earned = earned + 1", "earned is"],
    [
      "newer money",
      "update partner_balances set oldest_on = oldest_on + 1",
      "day of the oldest credits left is",
    ],
    [
      "less about to lapse",
      "update partner_balances set oldest_left = oldest_left - 1",
      "left of the oldest credits is",
    ],
    [
      "a day that passes over money",
      "update partner_balances set oldest_left = null, oldest_on = oldest_on + 1",
      "day of the oldest credits left is",
    ],
    ["a balance that is gone", "delete from partner_balances", "available is missing"],
    [
      "an accrual without clicks",
      "insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on) select id, 'accrual', 'program', 'available', 7, '2026-01-01' from partners",
      "accrued on 2026-01-01",
    ],
    ["a journal entry removed", "delete from ledger_entries where kind = 'settle'", "settled for withdrawal"],
    ["a clawback removed", "delete from ledger_entries where kind = 'clawback'", "clawed back"],
    ["a bonus removed", "delete from ledger_entries where kind = 'bonus'", "bonus of correction"],
    [
      "a bonus without its correction",
      "delete from balance_corrections where kind = 'bonus'",
      "bonus of correction",
    ],
    [
      "a clawback by hand passed off as one of clicks",
      "update ledger_entries set correction_id = null where kind = 'clawback'",
      "clawed back",
    ],
    [
      "a movement between wrong accounts",
      "alter table ledger_entries drop constraint known_movement; update ledger_entries set debit_account = 'program' where kind = 'reserve'",
      "journal entry",
    ],
    [
      "a smaller withdrawal",
      "update withdraw_requests set amount = amount - 10000 where status = 'requested'",
      "reserved",
    ],
    [
      "a withdrawal marked as paid",
      "update withdraw_requests set status = 'paid', version = 2, decided_at = now(), paid_at = now(), reference = 'x' where status = 'requested'",
      "history of withdrawal",
    ],
    [
      "a history rewritten",
      "update withdrawal_events set from_status = null where to_status = 'paid'",
      "history of withdrawal",
    ],
    [
      "a dearer click",
      "update metric_events set epc = epc + 1 where verdict = 'counted' and kind = 'click'",
      "counted clicks on",
    ],
    [
      "a click removed",
      "delete from metric_events where verdict = 'counted' and kind = 'click'",
      "counted clicks on",
    ],
    [
      "a click given a better verdict",
      "update metric_events set verdict = 'counted' where verdict = 'invalidated'",
      "counted clicks on",
    ],
    ["a day's total", "update partner_days set events = events + 1 where verdict = 'counted'", "counted"],
    ["a link's counter", "update links set clicks = clicks + 1", "clicks of link"],
    ["a link's earnings", "update links set earned = earned - 1", "earned of link"],
    [
      "what was earned lately",
      "update partner_clicks set earned_90 = earned_90 + 1",
      "earned in the 90 days up to",
    ],
    [
      "when something was last earned",
      "update partner_clicks set last_earned_on = '2026-01-01'",
      "last earned on",
    ],
    ["who is on the board", "update partner_clicks set listed = not listed", "listed is"],
  ])("%s", async (_what, statement, words) => {
    await falsify(statement);
    const { exitCode, text } = await verifyAsCommand();
    expect(exitCode).toBe(1);
    const named = text.split("\n").filter((line) => line.includes(partner.id) && line.includes(words));
    expect(named, text).not.toEqual([]);
    expect(await fixture.database.sql("select ok from ledger_checks")).toEqual([{ ok: false }]);
  });

  it.each([
    ["events", "update program_days set events = events + 1", "events of counted clicks on"],
    ["earnings", "update program_days set earned = earned + 1", "earned of invalidated clicks on"],
    ["earning partners", "update program_days set earners = earners + 1", "earners of counted clicks on"],
    ["a day", "delete from program_days", "events of unknown_partner clicks on"],
    ["a board", "update board_counts set partners = partners + 1 where days = 30", "board of 30 days"],
    ["a board that is gone", "delete from board_counts", "board of 0 days"],
  ])("a total of the program: %s", async (_what, statement, words) => {
    await falsify(statement);
    const { exitCode, text } = await verifyAsCommand();
    expect(exitCode).toBe(1);
    expect(text).toContain(words);
  });

  it("with both amounts", async () => {
    await falsify("update partner_balances set available = available + 1000000");
    expect((await verifyAsCommand()).text).toContain(
      `partner ${partner.id}: available is 21.20 €, should be 20.20 €`,
    );
  });

  it("an event of a partner who does not exist", async () => {
    await falsify("update metric_events set partner_id = gen_random_uuid() where kind = 'view'");
    const { exitCode, text } = await verifyAsCommand();
    expect(exitCode).toBe(1);
    expect(text).toContain("a partner that exists");
  });
});
