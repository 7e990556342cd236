import { describe, expect, it } from "vitest";
import {
  type CountedClick,
  createJudge,
  DEFAULT_VELOCITY,
  type PendingEvent,
  PRELIMINARY_REASONS,
  preliminaryVerdict,
  VERDICTS,
  type VelocityLimits,
  type Verdict,
} from "./click.ts";

const T0 = Date.parse("2026-05-10T12:00:00Z");
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let links = 0;

/** By default a click of one visitor on a link of its own, so that only what a test says can make it fail to count. */
function click(offset: number, change: Partial<PendingEvent> = {}): PendingEvent {
  links += 1;
  return {
    kind: "click",
    occurredAt: new Date(T0 + offset),
    partnerId: "p1",
    visitor: "v1",
    linkId: `link-${links}`,
    preliminary: null,
    ...change,
  };
}

const onLink = (offset: number, change: Partial<PendingEvent> = {}) =>
  click(offset, { linkId: "same", ...change });
const decide = (
  events: readonly PendingEvent[],
  history: readonly CountedClick[] = [],
  limits?: VelocityLimits,
): Verdict[] => events.map(createJudge(history, limits));

describe("preliminaryVerdict", () => {
  it("names the first reason in the order given, whatever else applies", () => {
    const all = Object.fromEntries(PRELIMINARY_REASONS.map(([flag]) => [flag, true]));
    const named: unknown[] = [];
    for (const [flag] of PRELIMINARY_REASONS) {
      named.push(preliminaryVerdict(all));
      all[flag] = false;
    }
    expect(named).toEqual(["unknown_partner", "suspended", "unknown_link", "self_click", "prefetch", "bot"]);
  });

  it("names none when nothing applies", () => {
    expect(preliminaryVerdict({})).toBeNull();
    expect(preliminaryVerdict({ bot: false })).toBeNull();
  });

  it("names only verdicts that exist", () => {
    for (const [, verdict] of PRELIMINARY_REASONS) expect(VERDICTS).toContain(verdict);
  });
});

describe("duplicate", () => {
  it("is a click less than 24 hours after a counted one of the same visitor on the same link", () => {
    const history = [onLink(0)];
    expect(decide([onLink(DAY - 1)], history)).toEqual(["duplicate"]);
    expect(decide([onLink(DAY)], history)).toEqual(["counted"]);
    expect(decide([onLink(0)], history)).toEqual(["duplicate"]);
  });

  it("looks ahead too: an event that arrives late is measured against later ones", () => {
    const history = [onLink(0)];
    expect(decide([onLink(1 - DAY)], history)).toEqual(["duplicate"]);
    expect(decide([onLink(-DAY)], history)).toEqual(["counted"]);
  });

  it("rolls from the last counted click, not from the last seen: duplicates don't extend it", () => {
    expect(decide([onLink(0), onLink(23 * HOUR), onLink(DAY), onLink(2 * DAY - 1)])).toEqual([
      "counted",
      "duplicate",
      "counted",
      "duplicate",
    ]);
  });

  it("needs the same visitor and the same link", () => {
    const history = [onLink(0)];
    expect(decide([onLink(HOUR, { visitor: "v2" })], history)).toEqual(["counted"]);
    expect(decide([onLink(HOUR, { linkId: "other" })], history)).toEqual(["counted"]);
    expect(decide([onLink(HOUR, { linkId: null })], history)).toEqual(["counted"]);
  });

  it("takes clicks without a link as clicks on one link per partner", () => {
    const history = [click(0, { linkId: null })];
    expect(decide([click(HOUR, { linkId: null })], history)).toEqual(["duplicate"]);
    expect(decide([click(HOUR, { linkId: null, partnerId: "p2" })], history)).toEqual(["counted"]);
  });

  it("never mixes up ids that run together to the same text", () => {
    const history = [click(0, { visitor: "ab", partnerId: "c", linkId: null })];
    expect(decide([click(0, { visitor: "a", partnerId: "bc", linkId: null })], history)).toEqual(["counted"]);
  });
});

describe("velocity", () => {
  const times = (n: number, step: number, from = 0) =>
    Array.from({ length: n }, (_, i) => click(from + i * step));

  it("is the fourth click in ten minutes; exactly ten minutes later it counts again", () => {
    const history = times(3, 2 * MINUTE);
    expect(decide([click(10 * MINUTE - 1)], history)).toEqual(["velocity"]);
    expect(decide([click(10 * MINUTE)], history)).toEqual(["counted"]);
  });

  it("is the eleventh in an hour", () => {
    const history = times(10, 5 * MINUTE);
    expect(decide([click(HOUR - 1)], history)).toEqual(["velocity"]);
    expect(decide([click(HOUR)], history)).toEqual(["counted"]);
  });

  it("is the twenty-sixth in a day", () => {
    const history = times(25, 30 * MINUTE);
    expect(decide([click(DAY - 1)], history)).toEqual(["velocity"]);
    expect(decide([click(DAY)], history)).toEqual(["counted"]);
  });

  it("looks both ways: a late event in the midst of others, before them, or bridging two groups", () => {
    const history = [click(0), click(2 * MINUTE), click(8 * MINUTE)];
    expect(decide([click(5 * MINUTE)], history)).toEqual(["velocity"]);
    expect(decide([click(-MINUTE)], history)).toEqual(["velocity"]);
    expect(decide([click(-2 * MINUTE)], history)).toEqual(["counted"]);
    const groups = [click(-6 * MINUTE), click(-5 * MINUTE), click(5 * MINUTE), click(6 * MINUTE)];
    expect(decide([click(0)], groups)).toEqual(["counted"]);
    expect(decide([click(MINUTE)], [...groups, click(2 * MINUTE)])).toEqual(["velocity"]);
  });

  it("does not punish for a crowd it is no part of", () => {
    const crowd = times(6, SECOND);
    expect(decide([click(20 * MINUTE)], crowd)).toEqual(["counted"]);
  });

  it("is measured by visitor and partner", () => {
    const history = times(3, SECOND);
    expect(decide([click(MINUTE, { visitor: "v2" })], history)).toEqual(["counted"]);
    expect(decide([click(MINUTE, { partnerId: "p2" })], history)).toEqual(["counted"]);
  });

  it("never mixes up a visitor and a partner that run together to the same text", () => {
    const history = times(3, SECOND).map((one) => ({ ...one, visitor: "ab", partnerId: "c" }));
    expect(decide([click(MINUTE, { visitor: "a", partnerId: "bc" })], history)).toEqual(["counted"]);
  });

  it("does not count refused clicks: they leave the next one its place", () => {
    expect(decide(times(5, 4 * MINUTE))).toEqual(["counted", "counted", "counted", "counted", "counted"]);
    expect(decide([...times(4, MINUTE), click(10 * MINUTE)])).toEqual([
      "counted",
      "counted",
      "counted",
      "velocity",
      "counted",
    ]);
  });

  it("has limits that can be set; 0 lets nothing count", () => {
    const loose = { perTenMinutes: 5, perHour: 5, perDay: 5 };
    expect(decide(times(6, 1), [], loose).filter((verdict) => verdict === "counted")).toHaveLength(5);
    expect(decide([click(0)], [], { ...loose, perDay: 0 })).toEqual(["velocity"]);
    expect(DEFAULT_VELOCITY).toEqual({ perTenMinutes: 3, perHour: 10, perDay: 25 });
  });

  it("comes after duplicate: who clicks the same link madly is a duplicate", () => {
    const history = [onLink(0), click(1), click(2)];
    expect(decide([onLink(3)], history)).toEqual(["duplicate"]);
  });
});

describe("a visitor whose key was rotated", () => {
  it("is known under both ids, for duplicates and for velocity together", () => {
    const before = [onLink(0), click(MINUTE)];
    const after = click(2 * MINUTE, { visitor: "v2" });
    const rotated = (offset: number, linkId: string) =>
      click(offset, { visitor: "v2", formerVisitor: "v1", linkId });
    expect(decide([rotated(HOUR, "same")], before)).toEqual(["duplicate"]);
    expect(decide([rotated(3 * MINUTE, "new")], [...before, after])).toEqual(["velocity"]);
    expect(decide([rotated(3 * MINUTE, "new")], before)).toEqual(["counted"]);
  });

  it("is filed under the new id", () => {
    const events = [
      onLink(0, { visitor: "v2", formerVisitor: "v1" }),
      onLink(1, { visitor: "v2" }),
      onLink(1),
    ];
    expect(decide(events)).toEqual(["counted", "duplicate", "counted"]);
  });

  it("is not counted twice when both ids are the same, or when there is no former one", () => {
    const history = [click(0), click(1)];
    expect(decide([click(2, { formerVisitor: "v1" })], history)).toEqual(["counted"]);
    expect(decide([click(2, { formerVisitor: null })], history)).toEqual(["counted"]);
  });
});

describe("createJudge", () => {
  it("lets a verdict that is already known win, and does not take such an event for history", () => {
    const events = [onLink(0, { preliminary: "bot" }), onLink(1), onLink(2, { preliminary: "self_click" })];
    expect(decide(events)).toEqual(["bot", "counted", "self_click"]);
  });

  it("counts views and conversions however many, and never takes them for clicks", () => {
    const views = Array.from({ length: 30 }, () => onLink(0, { kind: "view" }));
    const conversion = onLink(0, { kind: "conversion" });
    const verdicts = decide([
      ...views,
      conversion,
      onLink(0),
      onLink(0, { kind: "view", preliminary: "bot" }),
    ]);
    expect(verdicts.slice(0, 32).every((verdict) => verdict === "counted")).toBe(true);
    expect(verdicts[32]).toBe("bot");
  });

  it("decides in the order given, whatever the times say", () => {
    expect(decide([onLink(HOUR), onLink(0)])).toEqual(["counted", "duplicate"]);
  });

  it("leaves events and history as they were", () => {
    const history = Object.freeze([onLink(5), onLink(0)]);
    expect(decide(Object.freeze([onLink(1), click(3)]), history)).toEqual(["duplicate", "counted"]);
    expect(history.map(({ occurredAt }) => occurredAt.getTime() - T0)).toEqual([5, 0]);
  });

  it("answers nothing for nothing", () => {
    expect(decide([])).toEqual([]);
  });
});
