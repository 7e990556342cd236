interface Ranked {
  readonly rank: number;
}

const STEPS = [1, 2, 3] as const;
export type StepRank = (typeof STEPS)[number];

/** A step gets crowded with more: in a young program, twenty can share the first rank. */
const ROOM = 3;

export interface Podium<T> {
  /** Those on it, best first; a rank that a tie skipped has no step. */
  readonly steps: readonly { readonly rank: StepRank; readonly entries: readonly T[] }[];
  /** Everybody else, and those whom a step has no room for; in the order given. */
  readonly rest: readonly T[];
}

/** Who stands on the podium: ranks 1 to 3, equals side by side on one step. `entries` come best first. */
export function podiumOf<T extends Ranked>(entries: readonly T[]): Podium<T> {
  const steps = STEPS.map((rank) => ({
    rank,
    entries: entries.filter((entry) => entry.rank === rank).slice(0, ROOM),
  })).filter((step) => step.entries.length > 0);
  const standing = new Set(steps.flatMap((step) => step.entries));
  return { steps, rest: entries.filter((entry) => !standing.has(entry)) };
}
