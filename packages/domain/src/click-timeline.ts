export const MILLISECONDS_PER_DAY = 86_400_000;

/** A click as far as its neighbours matter. */
export interface TimedClick {
  readonly partnerId: string;
  readonly visitor: string;
  /** A link of that partner; null: clicks without a link share one. */
  readonly linkId: string | null;
  readonly occurredAt: Date;
}

interface Candidate extends TimedClick {
  readonly formerVisitor?: string | null | undefined;
}

interface Filed {
  readonly linkId: string | null;
  readonly time: number;
}

export interface RateWindow {
  /** In milliseconds. Two clicks exactly this far apart are not in one window. */
  readonly length: number;
  readonly limit: number;
}

/** Counted clicks in the order of their times, by visitor and partner. */
export class ClickTimelines {
  readonly #timelines = new Map<string, Filed[]>();

  constructor(history: readonly TimedClick[]) {
    // In ascending order each insertion lands at the end, so building costs no more than the sort.
    const ascending = history.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
    for (const click of ascending) this.add(click);
  }

  /** Files the click under its present visitor id alone, as the database does. */
  add(click: TimedClick): void {
    const key = keyOf(click, click.visitor);
    const filed = { linkId: click.linkId, time: click.occurredAt.getTime() };
    const timeline = this.#timelines.get(key);
    if (timeline) timeline.splice(firstAfter(timeline, filed.time), 0, filed);
    else this.#timelines.set(key, [filed]);
  }

  /** What the click's visitor, under either id, clicked of its partner less than `reach` milliseconds before or after. */
  near(click: Candidate, reach: number): readonly Filed[] {
    const time = click.occurredAt.getTime();
    return visitorsOf(click).flatMap((visitor) => {
      const timeline = this.#timelines.get(keyOf(click, visitor)) ?? [];
      // Times are whole milliseconds, so "before t" is "not after t - 1".
      return timeline.slice(firstAfter(timeline, time - reach), firstAfter(timeline, time + reach - 1));
    });
  }
}

/** Whether one more click at `time` would make more of them than allowed fit into any of the windows. */
export function wouldExceed(
  near: readonly { readonly time: number }[],
  time: number,
  windows: readonly RateWindow[],
): boolean {
  const times = [...near.map((one) => one.time), time].sort((a, b) => a - b);
  return windows.some(({ length, limit }) =>
    times.some((first, index) => {
      const last = times[index + limit];
      return last !== undefined && first <= time && time <= last && last - first < length;
    }),
  );
}

function visitorsOf({ visitor, formerVisitor }: Candidate): string[] {
  return formerVisitor && formerVisitor !== visitor ? [visitor, formerVisitor] : [visitor];
}

// The length in front keeps a pair unambiguous whatever the ids contain.
function keyOf({ partnerId }: TimedClick, visitor: string): string {
  return `${visitor.length}:${visitor}${partnerId}`;
}

/** The index of the first one later than `time`, by bisection. */
function firstAfter(timeline: readonly Filed[], time: number): number {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeline[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
