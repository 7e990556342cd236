import { DomainError } from "@contentflow/domain/errors";

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface PageArgs {
  /** How many entries, 1 to 100. */
  first: number;
  /** Cursor of the entry before the page. */
  after?: string | null | undefined;
}

const MAX_PAGE = 100;
const CURSOR_LENGTH = 500;

/** The sort key of an entry, as text: what the next page continues after. */
export type CursorKey = readonly string[];

/**
 * A page by keyset: `load` is asked for one entry more than the page shows, starting after the given key.
 * Its cost does not grow with how far down the list a page is.
 * @throws DomainError BAD_USER_INPUT when `first` is not 1 to 100 or `after` is not a cursor of this list.
 */
export async function paginate<Node>(
  { first, after }: PageArgs,
  keyOf: (node: Node) => CursorKey,
  load: (limit: number, after: CursorKey | null) => Promise<Node[]>,
): Promise<Connection<Node>> {
  if (first < 1 || first > MAX_PAGE) {
    throw new DomainError("BAD_USER_INPUT", { field: "first", reason: `must be from 1 to ${MAX_PAGE}` });
  }
  const start = after === null || after === undefined ? null : decodeCursor(after);
  const found = await load(first + 1, start);
  const edges = found.slice(0, first).map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: start !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function decodeCursor(cursor: string): CursorKey {
  try {
    if (cursor.length > CURSOR_LENGTH) throw new Error("too long");
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(key) || !key.every((part) => typeof part === "string")) throw new Error("not a key");
    return key;
  } catch {
    throw foreignCursor();
  }
}

/**
 * A part of a cursor that has to be a time, written as we write it. Others may lie beyond what the database knows.
 * @throws DomainError BAD_USER_INPUT
 */
export function cursorTime(text: string | undefined): Date {
  const time = new Date(text ?? "");
  if (!(time.getTime() >= 0) || time.toISOString() !== text) throw foreignCursor();
  return time;
}

/** The refusal of a cursor that this list never gave out. */
export function foreignCursor(): DomainError {
  return new DomainError("BAD_USER_INPUT", { field: "after", reason: "is not a cursor of this list" });
}
