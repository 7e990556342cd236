import { microEuros } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { FilterQuery, QueryOrderMap } from "@mikro-orm/core";
import { type CursorKey, cursorTime, foreignCursor } from "../graphql/connection.ts";
import { cursorNumber } from "../graphql/cursor-number.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";

export const WITHDRAWAL_SORTS = ["oldest", "newest", "largest", "smallest"] as const;
export type WithdrawalSort = (typeof WITHDRAWAL_SORTS)[number];

const ORDERS = {
  oldest: { by: "requestedAt", direction: "asc" },
  newest: { by: "requestedAt", direction: "desc" },
  smallest: { by: "amount", direction: "asc" },
  largest: { by: "amount", direction: "desc" },
} as const satisfies Record<WithdrawalSort, unknown>;

/** Equals stand by id, in the direction of the rest: an index serves either way. */
export function orderOf(sort: WithdrawalSort): QueryOrderMap<Withdrawal> {
  const { by, direction } = ORDERS[sort];
  return { [by]: direction, id: direction };
}

/** Names the order too: a place in one order is none in another. */
export function cursorKeyOf(sort: WithdrawalSort): (withdrawal: Withdrawal) => CursorKey {
  const { by } = ORDERS[sort];
  return ({ requestedAt, amount, id }) => [
    sort,
    by === "amount" ? amount.toString() : requestedAt.toISOString(),
    id,
  ];
}

/**
 * What comes after a place in that order.
 * @throws DomainError BAD_USER_INPUT when the cursor is of another list or order
 */
export function beyond(
  sort: WithdrawalSort,
  [of, value = "", id, ...more]: CursorKey,
): FilterQuery<Withdrawal> {
  if (of !== sort || !isUuid(id) || more.length > 0) throw foreignCursor();
  const { by, direction } = ORDERS[sort];
  const place = by === "amount" ? microEuros(BigInt(cursorNumber([value]))) : cursorTime(value);
  const [past, notBefore] = direction === "asc" ? (["$gt", "$gte"] as const) : (["$lt", "$lte"] as const);
  // The first condition repeats what the others imply: it is the one that the index can start from.
  return {
    $and: [{ [by]: { [notBefore]: place } }, { $or: [{ [by]: { [past]: place } }, { id: { [past]: id } }] }],
  } as FilterQuery<Withdrawal>;
}
