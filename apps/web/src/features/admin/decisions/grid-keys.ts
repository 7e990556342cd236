/** What a key does in the list of requests. */
export type GridCommand =
  | "approve"
  | "clear"
  | "first"
  | "help"
  | "last"
  | "next"
  | "open"
  | "pay"
  | "previous"
  | "reject"
  | "search"
  | "select";

const BY_KEY: ReadonlyMap<string, GridCommand> = new Map(
  Object.entries({
    ArrowDown: "next",
    ArrowUp: "previous",
    End: "last",
    Enter: "open",
    Escape: "clear",
    Home: "first",
    " ": "select",
    "/": "search",
    "?": "help",
    a: "approve",
    j: "next",
    k: "previous",
    o: "open",
    p: "pay",
    r: "reject",
    x: "select",
  } as const),
);

/** Typed with Shift on many keyboards, so Shift says nothing about what is meant. */
const SHIFTED = new Set(["/", "?"]);

interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The command of a key press; null when the key belongs to the browser, the system or nobody. */
export function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): GridCommand | null {
  if (altKey || ctrlKey || metaKey || (shiftKey && !SHIFTED.has(key))) return null;
  // Caps Lock is no reason to do nothing.
  return BY_KEY.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
