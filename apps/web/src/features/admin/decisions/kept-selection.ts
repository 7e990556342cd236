/** Something that can be selected; `version` grows with every change, where there is one. */
export interface Selectable {
  readonly id: string;
  readonly version?: number;
}

/** What was selected, as it was then. */
export type KeptSelection = ReadonlyMap<string, number | undefined>;

export function keep(items: readonly Selectable[]): KeptSelection {
  return new Map(items.map(({ id, version }) => [id, version]));
}

/** Those that are still what was selected. */
export function unchangedOf<T extends Selectable>(kept: KeptSelection, items: readonly T[]): readonly T[] {
  return items.filter(({ id, version }) => kept.has(id) && kept.get(id) === version);
}

/** Those that were selected as something else: nobody has decided anything about what they are now. */
export function overtakenOf<T extends Selectable>(kept: KeptSelection, items: readonly T[]): readonly T[] {
  return items.filter(({ id, version }) => kept.has(id) && kept.get(id) !== version);
}
