import { ClickTimelines, MILLISECONDS_PER_DAY, type TimedClick, wouldExceed } from "./click-timeline.ts";

export const EVENT_KINDS = ["click", "view", "conversion"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Why an event counts or not. `invalidated`: counted once, found invalid afterwards. */
export const VERDICTS = [
  "counted",
  "duplicate",
  "bot",
  "prefetch",
  "velocity",
  "self_click",
  "suspended",
  "unknown_partner",
  "unknown_link",
  "invalidated",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is known about an event without looking at any other. An absent flag is false. */
export interface EventFlags {
  readonly unknownPartner?: boolean;
  readonly suspended?: boolean;
  readonly unknownLink?: boolean;
  readonly selfClick?: boolean;
  readonly prefetch?: boolean;
  readonly bot?: boolean;
}

/**
 * The order in which reasons are named when several apply. Whose money it would be comes first: without a partner in
 * good standing nothing else matters to anyone, and that answer must not change with the visitor. Then what was
 * clicked, then who clicked. How the request came is last, and prefetch before bot, because it is the browser of a
 * person: calling it a bot would spoil the figures of both.
 */
export const PRELIMINARY_REASONS = [
  ["unknownPartner", "unknown_partner"],
  ["suspended", "suspended"],
  ["unknownLink", "unknown_link"],
  ["selfClick", "self_click"],
  ["prefetch", "prefetch"],
  ["bot", "bot"],
] as const satisfies readonly (readonly [keyof EventFlags, Verdict])[];

export type PreliminaryVerdict = (typeof PRELIMINARY_REASONS)[number][1];

/** The first reason that applies, or null: then the history decides. */
export function preliminaryVerdict(flags: EventFlags): PreliminaryVerdict | null {
  return PRELIMINARY_REASONS.find(([flag]) => flags[flag] === true)?.[1] ?? null;
}

/** How many clicks of one visitor on one partner may count; one more is refused. 0 counts nothing. */
export interface VelocityLimits {
  readonly perTenMinutes: number;
  readonly perHour: number;
  readonly perDay: number;
}

export const DEFAULT_VELOCITY: VelocityLimits = Object.freeze({ perTenMinutes: 3, perHour: 10, perDay: 25 });

/** How far from a pending click, before and after, history can matter: callers need to load no more of it. */
export const HISTORY_MILLISECONDS = MILLISECONDS_PER_DAY;

export type CountedClick = TimedClick;

export interface PendingEvent extends CountedClick {
  readonly kind: EventKind;
  /** The same visitor under yesterday's key. History is matched under either. */
  readonly formerVisitor?: string | null | undefined;
  /** A verdict that is known without history: it wins. */
  readonly preliminary: Exclude<Verdict, "counted"> | null;
}

/**
 * Decides event by event, each once: one that counts is history for those asked about after it, so many together are
 * decided like each by itself. `history` are the counted clicks of the visitors and partners concerned, in any order.
 *
 * A click is `duplicate` if a counted click by its visitor on its link lies less than 24 hours away, and `velocity`
 * if counting it would put more clicks by its visitor on its partner than allowed into any window of 10 minutes, an
 * hour or 24 hours. Both look in both directions, since events may arrive late. Views and conversions always count.
 */
export function createJudge(
  history: readonly CountedClick[],
  limits: VelocityLimits = DEFAULT_VELOCITY,
): (event: PendingEvent) => Verdict {
  const timelines = new ClickTimelines(history);
  const windows = [
    { length: 10 * 60_000, limit: limits.perTenMinutes },
    { length: 60 * 60_000, limit: limits.perHour },
    { length: MILLISECONDS_PER_DAY, limit: limits.perDay },
  ];
  return (event) => {
    if (event.preliminary) return event.preliminary;
    if (event.kind !== "click") return "counted";
    const near = timelines.near(event, MILLISECONDS_PER_DAY);
    if (near.some(({ linkId }) => linkId === event.linkId)) return "duplicate";
    if (wouldExceed(near, event.occurredAt.getTime(), windows)) return "velocity";
    timelines.add(event);
    return "counted";
  };
}
