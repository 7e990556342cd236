import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CountedClick,
  createJudge,
  type PendingEvent,
  type VelocityLimits,
  type Verdict,
} from "./click.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LIMITS: VelocityLimits = { perTenMinutes: 2, perHour: 4, perDay: 7 };
const WINDOWS = [
  { length: 10 * MINUTE, limit: LIMITS.perTenMinutes },
  { length: 60 * MINUTE, limit: LIMITS.perHour },
  { length: DAY, limit: LIMITS.perDay },
];

// Few visitors and links, and times on a grid with an odd millisecond, so that rules collide and edges are hit.
const time = fc
  .tuple(fc.integer({ min: 0, max: 3 * 24 * 12 }), fc.integer({ min: -1, max: 1 }))
  .map(([fives, odd]) => new Date(1_700_000_000_000 + fives * 5 * MINUTE + odd));
const rush = fc.integer({ min: 0, max: 14 }).map((fives) => new Date(1_700_000_000_000 + fives * 5 * MINUTE));
const clicked: fc.Arbitrary<CountedClick> = fc
  .record({
    partnerId: fc.constantFrom("p1", "p2"),
    visitor: fc.constantFrom("v1", "v2", "v3"),
    link: fc.option(fc.integer({ min: 1, max: 12 })),
    occurredAt: fc.oneof(time, rush),
  })
  // A link belongs to one partner.
  .map(({ link, ...click }) => ({ ...click, linkId: link === null ? null : `${click.partnerId}-${link}` }));
const about = fc.record({
  kind: fc.constantFrom("click", "click", "click", "view"),
  formerVisitor: fc.constantFrom(null, undefined, "v1"),
  preliminary: fc.constantFrom(null, null, null, null, "bot"),
});
const event: fc.Arbitrary<PendingEvent> = fc
  .tuple(clicked, about)
  .map(([click, more]) => ({ ...click, ...more }));
const events = fc.array(event, { maxLength: 40, size: "max" });
const history: fc.Arbitrary<CountedClick[]> = fc.array(clicked, { maxLength: 30, size: "max" });

const decide = (pending: readonly PendingEvent[], before: readonly CountedClick[]): Verdict[] =>
  pending.map(createJudge(before, LIMITS));

/** The rules, word for word, at any cost. */
function decideSlowly(pending: readonly PendingEvent[], before: readonly CountedClick[]): Verdict[] {
  const counted = [...before];
  return pending.map((current) => {
    if (current.preliminary) return current.preliminary;
    if (current.kind !== "click") return "counted";
    const now = current.occurredAt.getTime();
    const own = counted.filter(
      ({ visitor }) => visitor === current.visitor || visitor === current.formerVisitor,
    );
    const onSameLink = own.filter(
      ({ linkId, partnerId }) =>
        linkId === current.linkId && (linkId !== null || partnerId === current.partnerId),
    );
    if (onSameLink.some(({ occurredAt }) => Math.abs(occurredAt.getTime() - now) < DAY)) return "duplicate";
    const times = own
      .filter(({ partnerId }) => partnerId === current.partnerId)
      .map((one) => one.occurredAt.getTime());
    times.push(now);
    for (const { length, limit } of WINDOWS) {
      for (const start of times) {
        const inside = (t: number) => t >= start && t < start + length;
        if (inside(now) && times.filter(inside).length > limit) return "velocity";
      }
    }
    counted.push(current);
    return "counted";
  });
}

describe("verdicts", () => {
  it("are those of the rules taken word for word", () => {
    const seen = new Set<Verdict>();
    fc.assert(
      fc.property(events, history, (pending, before) => {
        const verdicts = decide(pending, before);
        for (const verdict of verdicts) seen.add(verdict);
        expect(verdicts).toEqual(decideSlowly(pending, before));
      }),
      { numRuns: 1_000 },
    );
    // Otherwise the runs above would have proved little.
    expect([...seen].toSorted()).toEqual(["bot", "counted", "duplicate", "velocity"]);
  });

  it("are the same for a batch and for its events one by one", () => {
    fc.assert(
      fc.property(events, history, (pending, before) => {
        const known = [...before];
        const oneByOne = pending.map((current) => {
          const [verdict] = decide([current], known);
          if (verdict === "counted" && current.kind === "click") known.push(current);
          return verdict;
        });
        expect(decide(pending, before)).toEqual(oneByOne);
      }),
    );
  });

  it("do not depend on the order of the history", () => {
    fc.assert(
      fc.property(events, history, (pending, before) => {
        expect(decide(pending, before.toReversed())).toEqual(decide(pending, before));
      }),
    );
  });

  it("never let more be counted than the rules allow, in whatever order events arrive", () => {
    fc.assert(
      fc.property(events, (pending) => {
        const plain = pending.map((current) => ({ ...current, formerVisitor: null }));
        const verdicts = decide(plain, []);
        const counted = plain.filter(({ kind }, index) => kind === "click" && verdicts[index] === "counted");
        for (const a of counted) {
          const ofVisitor = counted.filter(({ visitor }) => visitor === a.visitor);
          const from = a.occurredAt.getTime();
          const within = (length: number) => (b: CountedClick) =>
            b.occurredAt.getTime() >= from && b.occurredAt.getTime() < from + length;
          const sameLink = ofVisitor.filter((b) => b.linkId !== null && b.linkId === a.linkId);
          expect(sameLink.filter(within(DAY))).toHaveLength(a.linkId === null ? 0 : 1);
          const ofPartner = ofVisitor.filter(({ partnerId }) => partnerId === a.partnerId);
          for (const { length, limit } of WINDOWS) {
            expect(ofPartner.filter(within(length)).length).toBeLessThanOrEqual(limit);
          }
        }
      }),
    );
  });
});
