interface Entry {
  readonly rank: number;
  readonly clicks: number;
  readonly isMe: boolean;
}

export interface NextPlace {
  /** The rank to pass. */
  readonly rank: number;
  /** Counted clicks that it takes to have more than whoever holds it. */
  readonly clicks: number;
}

/**
 * What it takes to pass the next better partner on the board, or, from below it, the last one shown. Null for who is
 * first, and where it cannot be told. `entries` are the board, best first.
 */
export function nextPlace(
  entries: readonly Entry[],
  place: { readonly rank: number | null; readonly clicks: number },
): NextPlace | null {
  if (place.rank === null) return null;
  const mine = place.clicks;
  const shown = entries.some(({ isMe }) => isMe);
  const above = shown ? entries.findLast(({ clicks }) => clicks > mine) : entries.at(-1);
  // The two answers may be a click apart.
  if (!above || above.clicks < mine) return null;
  return { rank: above.rank, clicks: above.clicks - mine + 1 };
}
