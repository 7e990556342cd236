import { type RefObject, useCallback, useRef, useState } from "react";

type Step = "first" | "last" | "next" | "previous";

export interface Cursor {
  readonly grid: RefObject<HTMLTableElement | null>;
  /** The row that Tab leads to; null in an empty list. */
  readonly current: string | null;
  set(id: string): void;
  move(step: Step): void;
  /** Brings the focus to a row, by itself to the one that Tab leads to. */
  focus(id?: string): void;
}

/** One row of a list can be reached by Tab; the arrows lead on from there. Rows say who they are by `data-row`. */
export function useCursor(ids: readonly string[]): Cursor {
  const grid = useRef<HTMLTableElement>(null);
  const [kept, set] = useState<string | null>(null);
  const current = kept !== null && ids.includes(kept) ? kept : (ids[0] ?? null);
  const focusRow = useCallback((id: string | null) => {
    if (id === null) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, []);
  const move = (step: Step) => {
    const at = current === null ? -1 : ids.indexOf(current);
    const target = { first: 0, last: ids.length - 1, next: at + 1, previous: at - 1 }[step];
    focusRow(ids[Math.min(ids.length - 1, Math.max(0, target))] ?? null);
  };
  return { grid, current, set, move, focus: (id) => focusRow(id ?? current) };
}
