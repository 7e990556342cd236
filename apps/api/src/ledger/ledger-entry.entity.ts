import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { MicroEurosType } from "../db/micro-euros.type.ts";

export const LEDGER_KINDS = ["accrual", "reserve", "settle", "return", "lapse", "clawback", "bonus"] as const;
export const LEDGER_ACCOUNTS = ["program", "available", "reserved", "paid_out", "debt"] as const;

/** One movement of a partner's money, from one account to another. Never changed, never deleted. */
export const LedgerEntryEntity = defineEntity({
  name: "LedgerEntry",
  tableName: "ledger_entries",
  properties: {
    id: p.bigint("string").primary(),
    partnerId: p.uuid(),
    kind: p.enum(LEDGER_KINDS),
    debitAccount: p.enum(LEDGER_ACCOUNTS),
    creditAccount: p.enum(LEDGER_ACCOUNTS),
    amount: p.type(MicroEurosType),
    bookedOn: p.date(),
    withdrawalId: p.uuid().strictNullable(),
    reason: p.string().strictNullable(),
    adminId: p.uuid().strictNullable(),
    correctionId: p.uuid().strictNullable(),
    sealed: p.boolean().default(true),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});
export type LedgerEntry = InferEntity<typeof LedgerEntryEntity>;
