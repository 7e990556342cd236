import { afterAll, beforeAll, expect, it } from "vitest";
import { recordEvents } from "../clicks/record-events.ts";
import { isRetryable } from "../db/database-error.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approve, differencesIn, pay, reject, request } from "../withdrawals/withdrawal.test-kit.ts";
import { invalidateClicks } from "./invalidate-clicks.ts";
import { lapseEarnings } from "./lapse-earnings.ts";
import { verifyLedger } from "./verify-ledger.ts";

const PARTNERS = 6;
const ROUNDS = 12;

let test: TestApp;
let admin: SignedIn;
let partners: SignedIn[];
beforeAll(async () => {
  test = await createTestApp({ DATABASE_POOL: "40" });
  admin = await signedInAdmin(test);
  partners = await Promise.all(Array.from({ length: PARTNERS }, () => signedInPartner(test)));
  for (const { id } of partners) await earn(test, id, "200.00");
});
afterAll(() => test.close());

let visitors = 0;
/** One batch over all partners: it locks all their balances at once. */
async function clicks(): Promise<void> {
  const batch = partners.map(({ id: partnerId }) => {
    visitors += 1;
    return { kind: "click" as const, partnerId, visitor: `v${visitors}`, occurredAt: new Date() };
  });
  await recordEvents(test.app, batch.reverse());
}

async function withdrawAndDecide(partner: SignedIn, round: number): Promise<void> {
  const { withdrawal } = await request(partner, "10.00");
  if (!withdrawal) return;
  if (round % 3 === 0) await reject(admin, withdrawal);
  const approved = (await approve(admin, withdrawal)).withdrawal;
  if (approved && round % 3 === 1) await pay(admin, approved);
}

async function clawBack({ id }: SignedIn): Promise<void> {
  const { rows: events } = await test.app.database.pool.query<{ id: string }>(
    "select id from metric_events where partner_id = $1 and verdict = 'counted' and epc < 1000000 limit 2",
    [id],
  );
  if (events.length === 0) return;
  await invalidateClicks(test.app, {
    eventIds: events.map((event) => event.id),
    reason: "test",
    adminId: admin.id,
  });
}

it("AC-14 clicks, withdrawals, decisions, clawbacks and proofs at once leave balanced books and no deadlock", async () => {
  const deadlocks = () =>
    test.database.sql<{ deadlocks: string }>(
      "select deadlocks from pg_stat_database where datname = current_database()",
    );
  for (let round = 0; round < ROUNDS; round += 1) {
    const work = [
      clicks(),
      clicks(),
      ...partners.flatMap((partner) => [withdrawAndDecide(partner, round), clawBack(partner)]),
      ...(round % 5 === 0
        ? [
            lapseEarnings(test.app),
            verifyLedger(test.app).then(({ differences }) => expect(differences).toEqual([])),
          ]
        : []),
    ];
    for (const outcome of await Promise.allSettled(work)) {
      if (outcome.status === "rejected" && !isRetryable(outcome.reason)) throw outcome.reason;
    }
  }
  expect(await differencesIn(test)).toEqual([]);
  expect(await deadlocks()).toEqual([{ deadlocks: "0" }]);
  const [booked] = await test.database.sql(
    `select count(*) filter (where kind = 'settle') > 3 as settled, count(*) filter (where kind = 'return') > 3 as returned,
       count(*) filter (where kind = 'clawback') > 3 as clawed from ledger_entries`,
  );
  expect(booked).toEqual({ settled: true, returned: true, clawed: true });
}, 60_000);
