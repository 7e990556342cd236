import { useState } from "react";

export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  set(ids: readonly string[]): void;
  clear(): void;
}

/** Which of the things on screen are selected; what left the screen is so no longer. */
export function useSelection(onScreen: readonly string[]): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const ids = new Set(onScreen.filter((id) => kept.has(id)));
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setKept(next);
    },
    set: (chosen) => setKept(new Set(chosen)),
    clear: () => setKept(new Set()),
  };
}
