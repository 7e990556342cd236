import type { LIMITS } from "./limits.ts";

/** What a piece of a document adds up to, fragments expanded. */
export type Measure = Record<keyof typeof LIMITS, number>;

export const NOTHING: Measure = { depth: 0, fields: 0, aliases: 0, directives: 0, cost: 0 };

/** More than any limit: what cannot be measured is refused. */
export const ENDLESS: Measure = {
  depth: Number.POSITIVE_INFINITY,
  fields: Number.POSITIVE_INFINITY,
  aliases: Number.POSITIVE_INFINITY,
  directives: Number.POSITIVE_INFINITY,
  cost: Number.POSITIVE_INFINITY,
};

/** Two pieces beside each other: all adds up but the depth, of which the deeper one counts. */
export function beside(one: Measure, other: Measure): Measure {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    cost: one.cost + other.cost,
  };
}
