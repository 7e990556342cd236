import type { EntityManager } from "../db/database.ts";
import { type Connection, type PageArgs, paginate } from "../graphql/connection.ts";
import { cursorNumber } from "../graphql/cursor-number.ts";
import { type LedgerEntry, LedgerEntryEntity } from "../ledger/ledger-entry.entity.ts";

/**
 * A partner's journal, newest first.
 * @throws DomainError BAD_USER_INPUT when the page makes no sense
 */
export async function listLedgerEntries(
  em: EntityManager,
  partnerId: string,
  page: PageArgs,
): Promise<Connection<LedgerEntry>> {
  return paginate<LedgerEntry>(
    page,
    ({ id }) => [id],
    (limit, after) => {
      const where = { partnerId, ...(after && { id: { $lt: cursorNumber(after) } }) };
      return em.find(LedgerEntryEntity, where, { orderBy: { id: "desc" }, limit });
    },
  );
}
