import type { EntityManager } from "../db/database.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";
import { matching, type WithdrawalFilter } from "./withdrawal-filter.ts";
import { beyond, cursorKeyOf, orderOf, type WithdrawalSort } from "./withdrawal-order.ts";

const PAGE = 500;

/**
 * All withdrawals that a filter lets through, page by page, in the order of the list of the same name: for exports,
 * which hold no more than a page in memory. Nothing of a page is kept in `em`.
 * @throws DomainError BAD_USER_INPUT with the first page, when the search makes no sense
 */
export async function* readWithdrawalPages(
  em: EntityManager,
  filter: WithdrawalFilter,
  sort: WithdrawalSort = "newest",
  size = PAGE,
): AsyncGenerator<Withdrawal[], void, undefined> {
  const keyOf = cursorKeyOf(sort);
  let last: Withdrawal | undefined;
  do {
    const where = matching(filter);
    const page = await em.find(
      WithdrawalEntity,
      last ? { $and: [where, beyond(sort, keyOf(last))] } : where,
      {
        orderBy: orderOf(sort),
        limit: size,
        disableIdentityMap: true,
      },
    );
    if (page.length > 0) yield page;
    last = page.length === size ? page.at(-1) : undefined;
  } while (last);
}
