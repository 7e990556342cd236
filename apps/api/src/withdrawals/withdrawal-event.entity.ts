import { WITHDRAWAL_STATUSES } from "@contentflow/domain/withdrawal";
import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

/** One status change of a withdrawal: who, when, from, to, and why. Append-only. */
export const WithdrawalEventEntity = defineEntity({
  name: "WithdrawalEvent",
  tableName: "withdrawal_events",
  properties: {
    id: p.bigint("string").primary(),
    withdrawalId: p.uuid(),
    at: p.datetime(),
    fromStatus: p.enum(WITHDRAWAL_STATUSES).strictNullable(),
    toStatus: p.enum(WITHDRAWAL_STATUSES),
    byPartner: p.uuid().strictNullable(),
    byAdmin: p.uuid().strictNullable(),
    note: p.string().strictNullable(),
  },
});
export type WithdrawalEvent = InferEntity<typeof WithdrawalEventEntity>;
