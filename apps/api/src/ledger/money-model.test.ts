import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { differencesIn } from "../withdrawals/withdrawal.test-kit.ts";
import {
  clicks,
  correct,
  decide,
  duplicate,
  invalidate,
  newRate,
  type RealMoney,
  reactivate,
  retry,
  suspend,
  wait,
  withdraw,
} from "./money-commands.test-kit.ts";
import { MoneyModel } from "./money-model.test-kit.ts";

const HISTORIES = 14;

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

const index = fc.nat({ max: 20 });
const decision = fc.oneof(
  { weight: 2, arbitrary: fc.constant("approved" as const) },
  { weight: 3, arbitrary: fc.constant("paid" as const) },
  { weight: 1, arbitrary: fc.constant("rejected" as const) },
);
// Repeated entries are likelier: without clicks and time there is nothing to withdraw or to lapse.
const commands = fc.commands(
  [
    ...[1, 2, 3, 4].map(() => fc.constant(clicks)),
    fc.constant(duplicate),
    fc.integer({ min: 1, max: 60 }).map(wait),
    fc.constantFrom(3_500n, 12_345_678n, 20_000_000n, 35_000_000n).map(newRate),
    fc.constant(suspend),
    ...[1, 2, 3].map(() => fc.constant(reactivate)),
    ...[1, 2, 3].map(() =>
      fc.constantFrom("all" as const, "minimum" as const, "more" as const).map(withdraw),
    ),
    index.map(retry),
    ...[1, 2, 3, 4].map(() => fc.tuple(decision, index).map(([to, n]) => decide(to, n, false))),
    fc.tuple(decision, index).map(([to, n]) => decide(to, n, true)),
    index.map(invalidate),
    fc.constantFrom(10_000n, 7_310_000n, 90_000_000n).map((amount) => correct("bonus", amount)),
    fc.constantFrom(10_000n, 12_340_000n, 250_000_000n).map((amount) => correct("clawback", amount)),
  ],
  { maxCommands: 120, size: "max" },
);

it("random histories of money end where a pile of lots would", async () => {
  const successes = new Map<string, number>();
  const history = async (
    cmds: Parameters<typeof fc.asyncModelRun<MoneyModel, RealMoney, false, MoneyModel>>[1],
  ) => {
    const partner = await signedInPartner(test);
    test.setNow("2026-01-01T12:00:00Z");
    const setup = () => ({ model: new MoneyModel(), real: { test, admin, partner, successes } });
    await fc.asyncModelRun(setup, cmds);
  };
  await fc.assert(fc.asyncProperty(commands, history), { numRuns: HISTORIES });
  expect(await differencesIn(test)).toEqual([]);

  // Histories in which something never succeeded have proven nothing about it.
  const everything = [
    "click",
    "duplicate",
    "wait",
    "rate",
    "suspended",
    "active",
    "request",
    "retry",
    "invalidate",
    "bonus",
    "clawback",
  ];
  const decisions = ["approved", "rejected", "paid", "stale"];
  expect([...successes.keys()].sort()).toEqual([...everything, ...decisions].sort());
}, 120_000);
