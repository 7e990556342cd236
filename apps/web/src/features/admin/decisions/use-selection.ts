import { useState } from "react";
import { type KeptSelection, keep, overtakenOf, type Selectable, unchangedOf } from "./kept-selection.ts";

export interface Selection<T extends Selectable = Selectable> {
  readonly ids: ReadonlySet<string>;
  /** Were selected, and have changed since: no longer selected, and never decided with the others. */
  readonly overtaken: readonly T[];
  toggle(item: Selectable): void;
  set(items: readonly Selectable[]): void;
  drop(id: string): void;
  clear(): void;
}

/** Which of the things on screen are selected; what left the screen, or is no longer what was selected, is so no longer. */
export function useSelection<T extends Selectable>(onScreen: readonly T[]): Selection<T> {
  const [kept, setKept] = useState<KeptSelection>(new Map());
  const ids = new Set(unchangedOf(kept, onScreen).map(({ id }) => id));
  const change = (edit: (next: Map<string, number | undefined>) => void) =>
    setKept((before) => {
      const next = new Map(before);
      edit(next);
      return next;
    });
  return {
    ids,
    overtaken: overtakenOf(kept, onScreen),
    toggle: ({ id, version }) => change((next) => (ids.has(id) ? next.delete(id) : next.set(id, version))),
    set: (items) => setKept(keep(items)),
    drop: (id) => change((next) => next.delete(id)),
    clear: () => setKept(new Map()),
  };
}
