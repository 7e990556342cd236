import { isUuid } from "@contentflow/domain/session-id";
import type { EntityManager } from "../db/database.ts";
import { batchLoader } from "../graphql/batch-loader.ts";
import { withdrawalNotFound } from "./transition-withdrawal.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";
import { type WithdrawalEvent, WithdrawalEventEntity } from "./withdrawal-event.entity.ts";

/** @throws DomainError NOT_FOUND */
export async function findWithdrawal(em: EntityManager, id: string): Promise<Withdrawal> {
  const found = isUuid(id) ? await em.findOne(WithdrawalEntity, id) : null;
  if (!found) throw withdrawalNotFound();
  return found;
}

/** The history of a withdrawal, oldest first. */
export async function historyOf(em: EntityManager, withdrawalId: string): Promise<WithdrawalEvent[]> {
  return (await loadHistories(em, withdrawalId)) ?? [];
}

const loadHistories = batchLoader(async (em, withdrawalIds) => {
  const events = await em.find(
    WithdrawalEventEntity,
    { withdrawalId: { $in: withdrawalIds } },
    { orderBy: { id: "asc" }, disableIdentityMap: true },
  );
  return Map.groupBy(events, ({ withdrawalId }) => withdrawalId);
});
