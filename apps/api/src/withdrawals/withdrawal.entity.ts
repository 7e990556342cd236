import { PAYOUT_METHODS, WITHDRAWAL_STATUSES } from "@contentflow/domain/withdrawal";
import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { MicroEurosType } from "../db/micro-euros.type.ts";

/** A partner's request to be paid. `destination` is masked; the full copy is sealed beside it. */
export const WithdrawalEntity = defineEntity({
  name: "Withdrawal",
  tableName: "withdraw_requests",
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    amount: p.type(MicroEurosType),
    method: p.enum(PAYOUT_METHODS),
    destination: p.string(),
    destinationSealed: p.blob().strictNullable().lazy().hidden(),
    status: p.enum(WITHDRAWAL_STATUSES).default("requested"),
    version: p.integer().default(1),
    idempotencyKey: p.string().hidden(),
    requestHash: p.blob().hidden(),
    requestedAt: p.datetime(),
    decidedAt: p.datetime().strictNullable(),
    paidAt: p.datetime().strictNullable(),
    reason: p.string().strictNullable(),
    reference: p.string().strictNullable(),
  },
});
export type Withdrawal = InferEntity<typeof WithdrawalEntity>;
