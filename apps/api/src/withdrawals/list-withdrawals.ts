import { DomainError } from "@contentflow/domain/errors";
import { isUuid } from "@contentflow/domain/session-id";
import type { WithdrawalStatus } from "@contentflow/domain/withdrawal";
import type { FilterQuery } from "@mikro-orm/core";
import type { EntityManager } from "../db/database.ts";
import {
  type Connection,
  type CursorKey,
  cursorTime,
  type PageArgs,
  paginate,
} from "../graphql/connection.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";

export interface WithdrawalFilter {
  /** Absent: of all partners. */
  readonly partnerId?: string | undefined;
  readonly status?: WithdrawalStatus | null | undefined;
}

/**
 * Withdrawals, newest first.
 * @throws DomainError BAD_USER_INPUT when the page makes no sense
 */
export async function listWithdrawals(
  em: EntityManager,
  { partnerId, status }: WithdrawalFilter,
  page: PageArgs,
): Promise<Connection<Withdrawal> & { totalCount: number }> {
  const where: FilterQuery<Withdrawal> = { ...(partnerId && { partnerId }), ...(status && { status }) };
  const connection = await paginate<Withdrawal>(page, keyOf, async (limit, after) =>
    em.find(WithdrawalEntity, after ? { $and: [where, olderThan(after)] } : where, {
      orderBy: { requestedAt: "desc", id: "desc" },
      limit,
    }),
  );
  return { ...connection, totalCount: await em.count(WithdrawalEntity, where) };
}

function keyOf({ requestedAt, id }: Withdrawal): CursorKey {
  return [requestedAt.toISOString(), id];
}

function olderThan([time, id]: CursorKey): FilterQuery<Withdrawal> {
  const requestedAt = cursorTime(time);
  if (!isUuid(id))
    throw new DomainError("BAD_USER_INPUT", { field: "after", reason: "is not a cursor of this list" });
  // The first condition repeats what the others imply: it is the one that the index can start from.
  return {
    $and: [
      { requestedAt: { $lte: requestedAt } },
      { $or: [{ requestedAt: { $lt: requestedAt } }, { id: { $lt: id } }] },
    ],
  };
}
