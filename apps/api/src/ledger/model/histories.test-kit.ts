import fc from "fast-check";
import type { Command } from "./command.test-kit.ts";
import {
  atOnce,
  changeEpc,
  clicks,
  correct,
  correctAgain,
  decide,
  invalidate,
  look,
  night,
  nothing,
  reactivate,
  request,
  resend,
  retry,
  suspend,
  twice,
  wait,
} from "./commands.test-kit.ts";
import type { History } from "./play.test-kit.ts";
import { EPCS } from "./stage.test-kit.ts";

const COMMANDS = 40;

const who = fc.constantFrom(0 as const, 1 as const);
const index = fc.nat({ max: 11 });
// Nothing can be paid that was not approved, and what was rejected is gone.
const decision = fc.oneof(
  { weight: 2, arbitrary: fc.constant("approved" as const) },
  { weight: 2, arbitrary: fc.constant("paid" as const) },
  { weight: 1, arbitrary: fc.constant("rejected" as const) },
);
// Mostly little, or there would be nothing left for a second one.
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constant("minimum" as const) },
  { weight: 2, arbitrary: fc.constant("all" as const) },
  { weight: 1, arbitrary: fc.constantFrom("more" as const, "less" as const) },
);

const click = fc.record({
  who,
  visitor: fc.constantFrom("new" as const, "new" as const, "ann" as const, "bob" as const),
  where: fc.constantFrom(
    "own" as const,
    "own" as const,
    "none" as const,
    "plain" as const,
    "foreign" as const,
  ),
  minutesAgo: fc.constantFrom(0, 0, 0, 5, 12 * 60, 24 * 60, 7 * 24 * 60, 7 * 24 * 60 + 1),
});
const someClicks = fc.array(click, { minLength: 1, maxLength: 3 }).map((made) => clicks(...made));
/** Somebody clicks on everything there is. */
const hurry = fc.tuple(who, fc.constantFrom("ann" as const, "bob" as const)).map(([whose, visitor]) => {
  const on = (where: "own" | "plain" | "none") => ({ who: whose, visitor, where, minutesAgo: 0 });
  return clicks(on("own"), on("plain"), on("none"));
});
const requests = fc.tuple(who, part).map(([whose, how]) => request(whose, how));
const decisions = fc
  .tuple(who, index, decision, fc.constantFrom(false, false, false, true))
  .map(([whose, n, to, stale]) => decide(whose, n, to, stale));
const invalidations = fc.tuple(who, index).map(([whose, n]) => invalidate(whose, n));
const corrections = fc
  .tuple(
    who,
    fc.constantFrom("bonus" as const, "clawback" as const),
    fc.constantFrom(10_000n, 290_000n, 12_340_000n, 30_010_000n),
  )
  .map(([whose, kind, amount]) => correct(whose, kind, amount));
const resends = fc.tuple(who, index).map(([whose, n]) => resend(whose, n));

/** What may come from several people in the same moment. */
const simple = fc.oneof(
  { weight: 3, arbitrary: someClicks },
  { weight: 3, arbitrary: requests },
  { weight: 3, arbitrary: decisions },
  { weight: 1, arbitrary: invalidations },
  { weight: 1, arbitrary: corrections },
);

/** Where two people want the same money, or the same decision. */
const contest = fc.oneof(
  who.map((whose) => atOnce(request(whose, "all"), request(whose, "all"))),
  fc
    .tuple(who, index, decision, decision)
    .map(([whose, n, one, other]) => atOnce(decide(whose, n, one, false), decide(whose, n, other, false))),
  fc.tuple(who, index).map(([whose, n]) => atOnce(invalidate(whose, n), request(whose, "all"))),
  fc.tuple(who, someClicks).map(([whose, some]) => atOnce(some, request(whose, "all"), some)),
  fc.tuple(who, someClicks).map(([whose, some]) => atOnce(suspend(whose), some)),
);

const wholeDays = fc.constantFrom(1, 3, 5, 8, 9, 10).map((days) => wait(days));
const minutes = fc.constantFrom(5, 10, 60, 12 * 60, 24 * 60 - 1).map((some) => wait(0, some));

const command = fc.oneof(
  { weight: 10, arbitrary: someClicks },
  { weight: 1, arbitrary: hurry },
  { weight: 2, arbitrary: resends },
  { weight: 6, arbitrary: wholeDays },
  { weight: 3, arbitrary: minutes },
  { weight: 1, arbitrary: fc.constantFrom(...EPCS).map(changeEpc) },
  { weight: 1, arbitrary: who.map(suspend) },
  { weight: 2, arbitrary: who.map(reactivate) },
  { weight: 7, arbitrary: requests },
  {
    weight: 2,
    arbitrary: fc.tuple(who, index, fc.boolean()).map(([whose, n, changed]) => retry(whose, n, changed)),
  },
  { weight: 10, arbitrary: decisions },
  { weight: 2, arbitrary: invalidations },
  { weight: 2, arbitrary: corrections },
  {
    weight: 3,
    arbitrary: fc
      .tuple(who, index, fc.boolean())
      .map(([whose, n, changed]) => correctAgain(whose, n, changed)),
  },
  { weight: 1, arbitrary: fc.constant(night()) },
  { weight: 1, arbitrary: who.map(look) },
  { weight: 2, arbitrary: contest },
  { weight: 1, arbitrary: simple.map(twice) },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 2, maxLength: 3 }).map((some) => atOnce(...some)) },
);

/** What the own links of the two partners earn per click. */
const ownEpc = fc.oneof(
  fc.constantFrom(1n, 290_000n, 9_999_999n),
  fc.bigInt({ min: 4_000_000n, max: 40_000_000n }),
);

/**
 * Always so many commands; when one of them has failed, it is tried which of them can be left out. Their places stay, so
 * that seed and path find the same history again.
 */
export const histories: fc.Arbitrary<History> = fc.record({
  ownEpcs: fc.tuple(ownEpc, ownEpc),
  commands: fc.array<Command>(
    fc.oneof(
      { withCrossShrink: true },
      { weight: 1, arbitrary: fc.constant(nothing) },
      { weight: 1_000_000, arbitrary: command },
    ),
    { minLength: COMMANDS, maxLength: COMMANDS },
  ),
});
