import { type CursorKey, foreignCursor } from "./connection.ts";

const GREATEST = 2n ** 63n - 1n;

/**
 * The key of a list that is sorted by a `bigint` id alone.
 * @throws DomainError BAD_USER_INPUT when it is not one: the database would answer with a failure
 */
export function cursorNumber([id = "", ...more]: CursorKey): string {
  if (more.length === 0 && /^\d{1,19}$/.test(id) && BigInt(id) <= GREATEST) return id;
  throw foreignCursor();
}
