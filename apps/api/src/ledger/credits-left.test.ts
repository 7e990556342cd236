import { randomUUID } from "node:crypto";
import { balanceOf } from "@contentflow/domain/balance";
import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import { floorToCent, formatEuros, microEuros, parseEuros } from "@contentflow/domain/money";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { recordEvents } from "../clicks/record-events.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { differencesIn, reject, request, type WithdrawalData } from "../withdrawals/withdrawal.test-kit.ts";
import { correctBalance } from "./correct-balance.ts";
import { lapseEarnings } from "./lapse-earnings.ts";
import { readBalance } from "./read-balance.ts";
import { recallOldestLeft } from "./recall-oldest-left.ts";
import { sealAccruals } from "./seal-accruals.ts";

const WINDOW = 10;
const FIRST: Day = "2026-01-01";

let test: TestApp;
let admin: SignedIn;
let partner: SignedIn;
beforeAll(async () => {
  test = await createTestApp({ EARNINGS_WINDOW_DAYS: String(WINDOW), PAYOUT_MIN_EUR: "0.01" });
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

function onDay(day: Day): void {
  test.setNow(`${day}T12:00:00Z`);
}

/** As the rule has it: from every credit that there ever was. */
async function byTheRule(windowDays: number) {
  const [balance] = await test.database.sql<{ available: string }>(
    "select available from partner_balances where partner_id = $1",
    [partner.id],
  );
  const credits = await test.database.sql<{ day: Day; amount: string }>(
    `select booked_on::text as day, amount from ledger_entries
     where partner_id = $1 and credit_account = 'available'`,
    [partner.id],
  );
  const { available, lapsingNext } = balanceOf({
    ledgerAvailable: microEuros(BigInt(balance?.available ?? "")),
    credits: credits.map(({ day, amount }) => ({ day, amount: microEuros(BigInt(amount)) })),
    today: dayOf(test.app.now()),
    windowDays,
  });
  return { available: floorToCent(available), lapsingNext };
}

async function expectTheRule(): Promise<void> {
  // A program may have had another window before, or none.
  for (const windowDays of [WINDOW, 3, 90, 0]) {
    const app = { ...test.app, terms: { ...test.app.terms, earningsWindowDays: windowDays } };
    const { available, lapsingNext } = await readBalance(app, partner.id);
    expect({ available, lapsingNext }, `a window of ${windowDays} days`).toEqual(await byTheRule(windowDays));
  }
}

/** Whether a balance is read without looking at credits. */
async function isKept(): Promise<boolean> {
  const asked = vi.spyOn(test.app.database.pool, "query");
  await readBalance(test.app, partner.id);
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  return statements === 1;
}

type Step = (open: WithdrawalData[]) => Promise<unknown>;

async function correct(kind: "bonus" | "clawback", euros: string): Promise<void> {
  const correction = { kind, amount: parseEuros(euros), reason: "test", idempotencyKey: randomUUID() };
  await correctBalance(test.app, { ...correction, partnerId: partner.id, adminId: admin.id });
}

const cents = fc.bigInt({ min: 1n, max: 500n }).map((n) => formatEuros(microEuros(n * 10_000n)));
const ago = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2 * WINDOW }));
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.integer({ min: 1, max: WINDOW }).map(
      (days): Step =>
        async () => {
          onDay(addDays(dayOf(test.app.now()), days));
        },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(cents, ago).map(
      ([euros, days]): Step =>
        () =>
          earn(test, partner.id, euros, addDays(dayOf(test.app.now()), -days)),
    ),
  },
  {
    weight: 2,
    // Clicks of several days in one batch.
    arbitrary: fc.array(ago, { minLength: 2, maxLength: 4 }).map(
      (days): Step =>
        () => {
          const clicks = days.map((n) => ({
            kind: "click" as const,
            partnerId: partner.id,
            visitor: randomUUID(),
            occurredAt: new Date(`${addDays(dayOf(test.app.now()), -n)}T00:00:00Z`),
          }));
          return recordEvents(test.app, clicks, { bookOn: "occurrence" });
        },
    ),
  },
  {
    weight: 4,
    arbitrary: cents.map(
      (euros): Step =>
        async (open) => {
          const { withdrawal } = await request(partner, euros);
          if (withdrawal) open.push(withdrawal);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: cents.map(
      (euros): Step =>
        () =>
          correct("bonus", euros),
    ),
  },
  {
    weight: 2,
    arbitrary: cents.map(
      (euros): Step =>
        () =>
          correct("clawback", euros),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Step>(async (open) => {
      const withdrawal = open.pop();
      if (withdrawal) await reject(admin, withdrawal);
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>(() => lapseEarnings(test.app)) },
  { weight: 1, arbitrary: fc.constant<Step>(() => recallOldestLeft(test.app)) },
  { weight: 1, arbitrary: fc.constant<Step>(() => sealAccruals(test.app)) },
);

describe("the oldest credits left", () => {
  it("make the same balance as all credits, whatever came when", async () => {
    let kept = 0;
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 15, maxLength: 30, size: "max" }), async (history) => {
        onDay(FIRST);
        partner = await signedInPartner(test);
        const open: WithdrawalData[] = [];
        for (const step of history) {
          await step(open);
          await expectTheRule();
          if (await isKept()) kept += 1;
          read += 1;
        }
        expect(await differencesIn(test)).toEqual([]);
      }),
      { numRuns: 15 },
    );
    // Late credits are far more frequent here than anywhere.
    expect(kept / read).toBeGreaterThan(0.5);
  }, 120_000);

  it("are known after clicks, withdrawals and what lapses, in the order of days", async () => {
    partner = await signedInPartner(test);
    const untilKept = async (what: string) => expect(await isKept(), what).toBe(true);
    await untilKept("nothing");
    for (let n = 0; n < 3 * WINDOW; n += 1) {
      onDay(addDays(FIRST, n));
      await lapseEarnings(test.app);
      await untilKept(`day ${n}`);
      await earn(test, partner.id, "1.00");
      await untilKept("the first click of a day");
      await earn(test, partner.id, "1.00");
      await untilKept("another one");
      if (n % 7 === 0) await request(partner, n % 2 === 0 ? "2.50" : "1.00");
      await untilKept("a withdrawal");
      await expectTheRule();
    }
  });

  it("are looked for once a day where late credits left them unknown", async () => {
    onDay(addDays(FIRST, 5));
    partner = await signedInPartner(test);
    await earn(test, partner.id, "2.00");
    await earn(test, partner.id, "1.00", FIRST);
    expect(await isKept()).toBe(false);
    expect(await recallOldestLeft(test.app)).toBeGreaterThan(0);
    expect(await isKept()).toBe(true);
    await expectTheRule();
    expect(await recallOldestLeft(test.app)).toBe(0);
  });

  it("cannot be said to be more than there is", async () => {
    await expect(
      test.database.sql("update partner_balances set oldest_left = available + 1 where partner_id = $1", [
        partner.id,
      ]),
    ).rejects.toMatchObject({ constraint: "oldest_is_left" });
  });
});
