import { type Day, daysBetween } from "@contentflow/domain/day";
import type { PendingBatchEvent } from "../clicks/batch-event.ts";
import { demoLinksOf } from "./seed-demo-links.ts";
import { DEMO_PEOPLE, type DemoPerson } from "./seed-demo-people.ts";
import { createRandom, type Random } from "./seed-demo-random.ts";

/** Sunday first: people click in the evening of working days, and most on Sundays. */
const WEEK = [1.3, 0.95, 0.85, 0.9, 0.95, 1, 1.2];
/** Per hour of a UTC day, how many of its clicks fall before the hour's end. */
const HOURS = running([2, 1, 1, 1, 1, 2, 4, 6, 7, 6, 5, 6, 8, 7, 5, 5, 6, 8, 10, 12, 13, 11, 7, 4]);
const PLATFORMS = ["instagram", "youtube", "newsletter", "blog", "tiktok"] as const;
const REFERRERS: Record<(typeof PLATFORMS)[number], string | null> = {
  instagram: "l.instagram.com",
  youtube: "www.youtube.com",
  newsletter: null,
  blog: "blog.example.org",
  tiktok: "www.tiktok.com",
};
const MINUTE = 60_000;

/** Everything that happened on a day of the demo, before `until`. The same day gives the same events. */
export function demoEventsOf(day: Day, firstDay: Day, until: Date): PendingBatchEvent[] {
  const age = daysBetween(firstDay, day);
  return DEMO_PEOPLE.filter(({ joinedAfter }) => joinedAfter <= age)
    .flatMap((person) => eventsOfPerson(person, day, age))
    .filter(({ occurredAt }) => occurredAt < until)
    .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
}

function eventsOfPerson(person: DemoPerson, day: Day, age: number): PendingBatchEvent[] {
  const random = createRandom(`${person.email} ${day}`);
  const start = Date.parse(`${day}T00:00:00Z`);
  const growth = 0.55 + age / 120;
  const expected =
    person.audience * growth * (WEEK[new Date(start).getUTCDay()] ?? 1) * random.between(0.5, 1.5);
  // The fraction decides by chance whether there is one more.
  const clicks = Math.floor(expected + random.next());
  return Array.from({ length: clicks }, () => visit(person, start, random)).flat();
}

/** One visitor and all that they set off. */
function visit(person: DemoPerson, dayStart: number, random: Random): PendingBatchEvent[] {
  const links = demoLinksOf(person);
  const platform = random.favour(PLATFORMS);
  const at = dayStart + timeOfDay(random);
  const click = {
    kind: "click",
    occurredAt: new Date(at),
    partnerId: person.id,
    visitor: random.hex(32),
    linkId: random.favour(links).id,
    platform,
    postId: `${platform}-${Math.floor(random.between(1, 30))}`,
    referrerHost: REFERRERS[platform],
  } as const satisfies PendingBatchEvent;
  const later = (minutes: number, changes: Partial<PendingBatchEvent> = {}): PendingBatchEvent => ({
    ...click,
    occurredAt: new Date(Math.max(at + Math.floor(minutes * MINUTE), dayStart)),
    ...changes,
  });

  const oddity = oddityOf(random);
  if (oddity) return [{ ...click, ...oddity }];
  if (random.chance(0.006)) return links.map(({ id: linkId }, index) => later(index * 0.4, { linkId }));
  const events: PendingBatchEvent[] = [click];
  if (random.chance(0.08)) events.push(later(random.between(1, 90)));
  if (random.chance(0.25)) events.push(later(-random.between(0.1, 3), { kind: "view" }));
  if (random.chance(0.03)) {
    events.push(
      later(random.between(2, 40), {
        kind: "conversion",
        value: (19 + Math.floor(random.next() * 80)).toString(),
      }),
    );
  }
  return events;
}

/** What makes some clicks worthless, about as often as in real logs. */
const ODDITIES: readonly (readonly [probability: number, flags: Partial<PendingBatchEvent>])[] = [
  [0.07, { bot: true }],
  [0.02, { prefetch: true }],
  [0.006, { selfClick: true }],
  [0.006, { partnerId: "closed-account" }],
];

function oddityOf(random: Random): Partial<PendingBatchEvent> | null {
  let left = random.next();
  for (const [probability, flags] of ODDITIES) {
    left -= probability;
    if (left < 0) return flags;
  }
  return null;
}

function timeOfDay(random: Random): number {
  const total = HOURS.at(-1) ?? 1;
  const mark = random.next() * total;
  const hour = HOURS.findIndex((sum) => mark < sum);
  return Math.floor((hour + random.next()) * 60 * MINUTE);
}

function running(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => (sum += share));
}
