import type { DemoPerson } from "./seed-demo-people.ts";
import { createRandom, stableUuid } from "./seed-demo-random.ts";
import { DEMO_TARGETS } from "./seed-demo-topics.ts";

export interface DemoLink {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly destination: string;
}

const made = new Map<string, readonly [DemoLink, ...DemoLink[]]>();

/** The links of one person: to what people of their topic recommend. */
export function demoLinksOf({ email, topic, locale }: DemoPerson): readonly [DemoLink, ...DemoLink[]] {
  const known = made.get(email);
  if (known) return known;
  const link = ([title, destination]: readonly [string, string]): DemoLink => {
    const name = `demo link ${email} ${destination}`;
    return { id: stableUuid(name), code: createRandom(name).hex(7), title, destination };
  };
  const [first, ...rest] = DEMO_TARGETS[topic][locale];
  const links = [link(first), ...rest.map(link)] as const;
  made.set(email, links);
  return links;
}
