/** What a document may be made of. Our own largest operation has a depth of 7, 45 fields and 3 aliases. */
export const LIMITS = {
  /** Fields inside fields; introspection, which has a limit of its own, counts as one. */
  depth: 10,
  /** Counted where a fragment is used, not where it is written. */
  fields: 300,
  aliases: 20,
  directives: 20,
  /** Objects that the answer may hold: lists count with the length that `first` asks for. */
  cost: 5_000,
} as const;

/** Stops the parser early on what is made to be slow. */
export const MAX_TOKENS = 4_000;

/** What a list counts for that takes no `first`: none of ours is long. */
export const UNPAGED_LENGTH = 10;
