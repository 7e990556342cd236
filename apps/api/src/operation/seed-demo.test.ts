import { addDays, dayOf } from "@contentflow/domain/day";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as recording from "../clicks/record-events.ts";
import { readBalance } from "../ledger/read-balance.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { seedDemo } from "./seed-demo.ts";
import { MAIN_PERSON } from "./seed-demo-people.ts";

const now = new Date("2026-11-20T18:30:00Z");

describe("the demo's data", () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp();
    test.setNow(now);
    const people = await seedDemo(test.app, { empty: false });
    expect(people).toEqual({ partner: MAIN_PERSON.email, admin: "admin@contentflow.example" });
  });
  afterAll(() => test.close());

  it("are a program that people could have lived", async () => {
    expect(await count(test, "partners")).toBe(40);
    expect(await count(test, "partners where status = 'suspended'")).toBe(1);
    const events = await count(test, "metric_events");
    expect(events).toBeGreaterThan(15_000);
    expect(events).toBeLessThan(28_000);
    expect(await count(test, `metric_events where occurred_at > '${now.toISOString()}'`)).toBe(0);
    expect(await distinct(test, "verdict", "metric_events")).toEqual([
      "bot",
      "counted",
      "duplicate",
      "prefetch",
      "self_click",
      "suspended",
      "unknown_partner",
      "velocity",
    ]);
    expect(await distinct(test, "kind", "metric_events")).toEqual(["click", "conversion", "view"]);
    expect(await count(test, "withdraw_requests")).toBeGreaterThan(20);
    expect(await distinct(test, "status", "withdraw_requests")).toEqual([
      "approved",
      "paid",
      "rejected",
      "requested",
    ]);
  });

  it("balance, to the last micro-euro, and say so to the admins", async () => {
    expect(await count(test, "ledger_checks where ok")).toBe(1);
    expect(await count(test, "ledger_entries where kind = 'lapse'")).toBeGreaterThan(3);
    expect(await verifyLedger(test.app)).toMatchObject({ ok: true, differences: [] });
  });

  it("give the main partner something to withdraw, something to wait for and something to lose", async () => {
    const balance = await readBalance(test.app, MAIN_PERSON.id);
    expect(balance.available).toBeGreaterThan(5n * test.app.terms.minimumWithdrawal);
    expect(balance.pending).toBeGreaterThan(0n);
    expect(balance.paid).toBeGreaterThan(0n);
    const today = dayOf(now);
    expect(balance.lapsingNext?.on).toSatisfy((day: string) => day > today && day <= addDays(today, 10));
    const own = `withdraw_requests where partner_id = '${MAIN_PERSON.id}'`;
    expect(await distinct(test, "status", own)).toEqual(["paid", "rejected", "requested"]);
  });

  it("send no mail about their past", async () => {
    expect(await count(test, "jobs.job where name = 'send-mail'")).toBe(0);
  });

  it("are made once", async () => {
    const before = await everything(test);
    test.setNow(new Date(now.getTime() + 86_400_000));
    await seedDemo(test.app, { empty: false });
    expect(await everything(test)).toEqual(before);
  });

  it("go on where they were cut short, and end up the same", async () => {
    const cut = await createTestApp();
    cut.setNow(now);
    const { recordEvents } = recording;
    let batches = 0;
    const spy = vi.spyOn(recording, "recordEvents").mockImplementation(async (...batch) => {
      batches += 1;
      if (batches === 50) throw new Error("killed");
      return recordEvents(...batch);
    });
    await expect(seedDemo(cut.app, { empty: false })).rejects.toThrow("killed");
    spy.mockRestore();
    expect(await everything(cut)).not.toEqual(await everything(test));
    await seedDemo(cut.app, { empty: false });
    expect(await everything(cut)).toEqual(await everything(test));
    await cut.close();
  });
});

describe("no demo data", () => {
  it("are made where somebody is a partner already", async () => {
    const test = await createTestApp();
    await test.database.sql("insert into partners (email) values ('somebody@example.org')");
    const people = await seedDemo(test.app, { empty: false });
    expect(people.partner).toBeUndefined();
    expect(await count(test, "partners")).toBe(1);
    await test.close();
  });

  it("are made for an admin who is a partner", async () => {
    const test = await createTestApp({ ADMIN_EMAILS: "somebody@example.org" });
    await test.database.sql("insert into partners (email) values ('somebody@example.org')");
    await expect(seedDemo(test.app, { empty: false })).rejects.toThrow(
      "ADMIN_EMAILS: its first address is a partner's",
    );
    await test.close();
  });

  it("but the admin are made when it should be empty", async () => {
    const test = await createTestApp({ ADMIN_EMAILS: "boss@example.org,second@example.org" });
    const people = await seedDemo(test.app, { empty: true });
    expect(people).toEqual({ partner: undefined, admin: "boss@example.org" });
    expect(await count(test, "partners")).toBe(0);
    expect(await count(test, "admins")).toBe(1);
    await test.close();
  });
});

async function count({ database }: TestApp, from: string): Promise<number> {
  const [row] = await database.sql<{ n: number }>(`select count(*)::int as n from ${from}`);
  return row?.n ?? 0;
}

async function distinct({ database }: TestApp, column: string, from: string): Promise<string[]> {
  const rows = await database.sql<{ value: string }>(`select distinct ${column}::text as value from ${from}`);
  return rows.map(({ value }) => value).toSorted();
}

async function everything({ database }: TestApp) {
  return database.sql(`
    select p.email, p.status, b.available, b.reserved, b.paid_out, b.earned,
      (select count(*) from metric_events e where e.partner_id = p.id) as events,
      (select count(*) from ledger_entries l where l.partner_id = p.id) as entries,
      (select json_agg(json_build_array(w.amount, w.status, w.requested_at, w.paid_at) order by w.requested_at)
        from withdraw_requests w where w.partner_id = p.id) as withdrawals
    from partners p join partner_balances b on b.partner_id = p.id order by p.email`);
}
