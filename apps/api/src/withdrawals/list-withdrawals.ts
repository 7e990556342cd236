import type { EntityManager } from "../db/database.ts";
import { type Connection, type PageArgs, paginate } from "../graphql/connection.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";
import { matching, type WithdrawalFilter } from "./withdrawal-filter.ts";
import { beyond, cursorKeyOf, orderOf, type WithdrawalSort } from "./withdrawal-order.ts";

/**
 * The withdrawals that a filter lets through, newest first unless said otherwise.
 * @throws DomainError BAD_USER_INPUT when the page or the search makes no sense
 */
export async function listWithdrawals(
  em: EntityManager,
  filter: WithdrawalFilter,
  page: PageArgs,
  sort: WithdrawalSort = "newest",
): Promise<Connection<Withdrawal> & { totalCount: number }> {
  const where = matching(filter);
  const connection = await paginate<Withdrawal>(page, cursorKeyOf(sort), (limit, after) =>
    em.find(WithdrawalEntity, after ? { $and: [where, beyond(sort, after)] } : where, {
      orderBy: orderOf(sort),
      limit,
    }),
  );
  return { ...connection, totalCount: await em.count(WithdrawalEntity, where) };
}
