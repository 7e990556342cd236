export const MILLISECONDS_PER_DAY = 86_400_000;

/** A click as far as its neighbours matter. */
export interface TimedClick {
  readonly partnerId: string;
  readonly visitor: string;
  /** null: clicks without a link share one per partner. */
  readonly linkId: string | null;
  readonly occurredAt: Date;
}

interface Candidate extends TimedClick {
  readonly formerVisitor?: string | null | undefined;
}

export interface RateWindow {
  /** In milliseconds. Two clicks exactly this far apart are not in one window. */
  readonly length: number;
  readonly limit: number;
}

/** The times of counted clicks, ascending, by visitor and link and by visitor and partner. */
export class ClickTimelines {
  readonly #byLink = new Map<string, number[]>();
  readonly #byPartner = new Map<string, number[]>();

  constructor(history: readonly TimedClick[]) {
    // In ascending order each insertion lands at the end, so building costs no more than the sort.
    const ascending = history.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
    for (const click of ascending) this.add(click);
  }

  /** Files the click under its present visitor id alone, as the database does. */
  add(click: TimedClick): void {
    const time = click.occurredAt.getTime();
    insert(this.#byLink, linkKey(click, click.visitor), time);
    insert(this.#byPartner, partnerKey(click, click.visitor), time);
  }

  hasClickOnLink(click: Candidate, within: number): boolean {
    const time = click.occurredAt.getTime();
    return visitorsOf(click).some((visitor) => {
      const times = this.#byLink.get(linkKey(click, visitor)) ?? [];
      const next = times[firstAfter(times, time - within)];
      return next !== undefined && next < time + within;
    });
  }

  wouldExceed(click: Candidate, windows: readonly RateWindow[]): boolean {
    const time = click.occurredAt.getTime();
    const reach = Math.max(...windows.map(({ length }) => length));
    const times = [time];
    for (const visitor of visitorsOf(click)) {
      const all = this.#byPartner.get(partnerKey(click, visitor)) ?? [];
      // Times are whole milliseconds, so "before t" is "not after t - 1".
      times.push(...all.slice(firstAfter(all, time - reach), firstAfter(all, time + reach - 1)));
    }
    times.sort((a, b) => a - b);
    return windows.some(({ length, limit }) => crowdedAround(times, time, length, limit));
  }
}

/** Whether more than `limit` of the times, `time` among them, lie less than `length` apart. */
function crowdedAround(times: readonly number[], time: number, length: number, limit: number): boolean {
  return times.some((first, index) => {
    const last = times[index + limit];
    return last !== undefined && first <= time && time <= last && last - first < length;
  });
}

function visitorsOf({ visitor, formerVisitor }: Candidate): string[] {
  return formerVisitor && formerVisitor !== visitor ? [visitor, formerVisitor] : [visitor];
}

// The length in front keeps a pair unambiguous whatever the ids contain.
function linkKey({ partnerId, linkId }: TimedClick, visitor: string): string {
  return linkId === null
    ? `p${visitor.length}:${visitor}${partnerId}`
    : `l${visitor.length}:${visitor}${linkId}`;
}

function partnerKey({ partnerId }: TimedClick, visitor: string): string {
  return `${visitor.length}:${visitor}${partnerId}`;
}

function insert(map: Map<string, number[]>, key: string, time: number): void {
  const times = map.get(key);
  if (times) times.splice(firstAfter(times, time), 0, time);
  else map.set(key, [time]);
}

/** The index of the first time later than `time`, by bisection. */
function firstAfter(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
