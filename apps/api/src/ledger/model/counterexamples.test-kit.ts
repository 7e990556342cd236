import {
  atOnce,
  type Click,
  clicks,
  correct,
  decide,
  invalidate,
  request,
  retry,
  twice,
} from "./commands.test-kit.ts";
import type { History } from "./play.test-kit.ts";

const click = (change: Partial<Click> = {}): Click => ({
  who: 0,
  visitor: "new",
  where: "own",
  minutesAgo: 0,
  ...change,
});

interface Counterexample extends History {
  /** What was wrong, or was made wrong on purpose, when program and model differed. */
  readonly found: string;
}

/**
 * Histories in which program and model once differed, as they were printed after being made shorter (`nothing` can be
 * left out): the ordinary test plays each of them. Those that somebody meets from now on belong here.
 */
export const COUNTEREXAMPLES: readonly Counterexample[] = [
  {
    found: "without the lock on balances, the same money was given twice",
    ownEpcs: [4_000_000n, 1n],
    commands: [
      clicks(click({ where: "plain" }), click()),
      atOnce(invalidate(0, 0), request(0, "all")),
      clicks(click({ where: "plain" })),
      atOnce(request(0, "all"), request(0, "all")),
    ],
  },
  {
    found: "without looking for the idempotency key, a repeated request was another withdrawal",
    ownEpcs: [10_000_000n, 1n],
    commands: [
      clicks(click({ where: "plain" }), click(), click()),
      request(0, "minimum"),
      retry(0, 0, false),
      twice(request(0, "minimum")),
      twice(decide(0, 0, "rejected", false)),
    ],
  },
  {
    found: "without the trigger that follows a growing accrual, the second click of a day changed no balance",
    ownEpcs: [1n, 1n],
    commands: [clicks(click({ who: 1 })), clicks(click({ who: 1 }), click())],
  },
  {
    found: "with a rate that went through a float, a micro-euro was missing",
    ownEpcs: [4_000_000n, 32_049_268n],
    commands: [clicks(click({ who: 1 }))],
  },
  {
    found: "with an amount that was rounded as a float, a cent was missing",
    ownEpcs: [1n, 4_000_000n],
    commands: [correct(0, "bonus", 290_000n)],
  },
];
