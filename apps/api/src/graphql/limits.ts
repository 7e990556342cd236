/** More than any real operation needs; stops the parser early on what is made to be slow. */
export const MAX_TOKENS = 4_000;
