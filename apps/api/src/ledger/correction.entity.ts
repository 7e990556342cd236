import { CORRECTION_KINDS } from "@contentflow/domain/correction";
import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { MicroEurosType } from "../db/micro-euros.type.ts";

/** A balance that an admin corrected by hand. Append-only, like the entries that it caused. */
export const CorrectionEntity = defineEntity({
  name: "Correction",
  tableName: "balance_corrections",
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    adminId: p.uuid(),
    kind: p.enum(CORRECTION_KINDS),
    amount: p.type(MicroEurosType),
    reason: p.string(),
    idempotencyKey: p.string(),
    correctedAt: p.datetime(),
  },
});
export type Correction = InferEntity<typeof CorrectionEntity>;
