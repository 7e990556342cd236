import { addDays, type Day } from "@contentflow/domain/day";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLink } from "../links/create-link.ts";
import { TestClient } from "../testing/client.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import {
  approve,
  balanceOf,
  differencesIn,
  done,
  pay,
  reject,
  request,
} from "../withdrawals/withdrawal.test-kit.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const START: Day = "2026-01-01";
const dayNumber = (n: number): Day => addDays(START, n - 1);

let test: TestApp;
let admin: SignedIn;
let partner: SignedIn;
beforeAll(async () => {
  test = await createTestApp({ EARNINGS_WINDOW_DAYS: "90", EPC_EUR: "0.20" });
  admin = await signedInAdmin(test);
});
beforeEach(async () => {
  partner = await signedInPartner(test);
});
afterAll(() => test.close());

/** Days count from 1. */
function onDay(n: number): void {
  test.setNow(`${dayNumber(n)}T12:00:00Z`);
}

async function clicks(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await earn(test, partner.id, "0.20");
}

async function withdraw(amount: string): Promise<void> {
  done(await pay(admin, done(await approve(admin, done(await request(partner, amount))))));
}

async function available(): Promise<string> {
  return (await balanceOf(partner)).available;
}

describe("AC-05 the balance rule", () => {
  it("pays 100 € every quarter to whom earns 100 € each quarter and withdraws it", async () => {
    for (let quarter = 0; quarter < 5; quarter += 1) {
      for (const day of [40, 60, 80, 90]) {
        onDay(quarter * 91 + day);
        await earn(test, partner.id, "25.00");
      }
      expect(await available()).toBe("100.00");
      await withdraw("100.00");
      expect(await available()).toBe("0.00");
    }
    expect(await balanceOf(partner)).toMatchObject({ paid: "500.00", earned: "500.00" });
  });

  it("shows 100 € to whom earns 100 € a quarter for a year and withdraws nothing", async () => {
    for (let quarter = 0; quarter < 4; quarter += 1) {
      onDay(quarter * 91 + 45);
      await earn(test, partner.id, "100.00");
    }
    onDay(364);
    expect(await balanceOf(partner)).toMatchObject({ available: "100.00", earned: "400.00" });
    expect(await request(partner, "100.01")).toMatchObject({
      code: "INSUFFICIENT_BALANCE",
      details: { available: "100.00" },
    });
    await withdraw("100.00");
    expect(await available()).toBe("0.00");
  });

  it("shows 40 € for 200 fresh clicks, however much was paid long ago", async () => {
    onDay(1);
    await earn(test, partner.id, "1000.00");
    await earn(test, partner.id, "1000.00");
    await withdraw("2000.00");
    onDay(200);
    await clicks(200);
    expect(await balanceOf(partner)).toMatchObject({
      available: "40.00",
      paid: "2000.00",
      clicks: 200,
      epc: "0.20",
    });
  });

  it("gives the money of a rejected request a window of its own", async () => {
    onDay(1);
    await earn(test, partner.id, "30.00");
    onDay(2);
    const asked = done(await request(partner, "30.00"));
    onDay(100);
    expect(await available()).toBe("0.00");
    done(await reject(admin, asked));
    onDay(190);
    expect(await balanceOf(partner)).toMatchObject({
      available: "30.00",
      lapsingNext: { amount: "30.00", on: dayNumber(191) },
    });
    onDay(191);
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", lapsingNext: null });
  });

  it("counts the last day of the window in, and the next one out, without any job", async () => {
    onDay(1);
    await earn(test, partner.id, "4.20");
    onDay(30);
    await earn(test, partner.id, "10.00");
    onDay(91);
    expect(await balanceOf(partner)).toMatchObject({
      available: "14.20",
      clicks: 2,
      lapsingNext: { amount: "4.20", on: dayNumber(92) },
    });
    onDay(92);
    expect(await balanceOf(partner)).toMatchObject({
      available: "10.00",
      clicks: 1,
      earned: "14.20",
      lapsingNext: { amount: "10.00", on: dayNumber(121) },
    });
  });

  it("books what has lapsed before a withdrawal, so that the debit is not taken from lost money", async () => {
    onDay(1);
    await earn(test, partner.id, "50.00");
    onDay(80);
    await earn(test, partner.id, "20.00");
    onDay(92);
    await withdraw("20.00");
    expect(await available()).toBe("0.00");
    const entries = await test.database.sql(
      "select kind, amount from ledger_entries where partner_id = $1 and kind = 'lapse'",
      [partner.id],
    );
    expect(entries).toEqual([{ kind: "lapse", amount: "50000000" }]);
  });

  it("leaves the books balanced in all of this", async () => {
    onDay(400);
    expect(await differencesIn(test)).toEqual([]);
  });
});

describe("without a window", () => {
  it("nothing ever lapses, and all clicks are told", async () => {
    const forever = await createTestApp({ EARNINGS_WINDOW_DAYS: "0" });
    try {
      const someone = await signedInPartner(forever);
      forever.setNow("2026-01-01T12:00:00Z");
      await earn(forever, someone.id, "30.00");
      forever.setNow("2029-01-01T12:00:00Z");
      expect(await balanceOf(someone)).toMatchObject({ available: "30.00", clicks: 1, lapsingNext: null });
      done(await request(someone, "30.00"));
    } finally {
      await forever.close();
    }
  });
});

describe("AC-04 a new rate", () => {
  it("leaves what was earned under the old one as it was, also of a link with a rate of its own", async () => {
    const before = await createTestApp({ EPC_EUR: "0.20" });
    const after = await createTestApp({ EPC_EUR: "0.30" }, undefined, before.database);
    try {
      const someone = await signedInPartner(before);
      const { code } = await createLink(before.app, someone.id, { destination: "https://example.org/" });
      const special = await createLink(before.app, someone.id, { destination: "https://example.org/" });
      await before.database.sql("update links set epc = 3500 where id = $1", [special.id]);
      let visitors = 0;
      const click = async ({ server }: TestApp, linkCode: string) => {
        visitors += 1;
        const headers = { "user-agent": FIREFOX };
        const remoteAddress = `192.0.2.${visitors}`;
        await server.http.inject({ url: `/r/${linkCode}`, remoteAddress, headers });
      };
      const frozen = () =>
        before.database.sql("select epc from metric_events where verdict = 'counted' order by id");
      const accrued = () => before.database.sql("select sum(amount)::text as sum from ledger_entries");

      await click(before, code);
      await click(before, special.code);
      expect(await balanceOf(someone)).toMatchObject({ earned: "0.2035", clicks: 2, epc: "0.20" });
      expect(await accrued()).toEqual([{ sum: "203500" }]);

      await click(after, code);
      await click(after, special.code);
      const renewed = { ...someone, client: new TestClient(after.server) };
      renewed.client.cookie = someone.client.cookie;
      expect(await balanceOf(renewed)).toMatchObject({ available: "0.50", clicks: 4, epc: "0.30" });
      expect(await frozen()).toEqual([200_000, 3_500, 300_000, 3_500].map((epc) => ({ epc: String(epc) })));
      expect(await accrued()).toEqual([{ sum: "507000" }]);
      expect(await differencesIn(after)).toEqual([]);
    } finally {
      await after.close();
      await before.close();
    }
  });
});
