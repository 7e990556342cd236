import { dayOf } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { type LEDGER_ACCOUNTS, type LEDGER_KINDS, LedgerEntryEntity } from "./ledger-entry.entity.ts";

type Account = (typeof LEDGER_ACCOUNTS)[number];
type Kind = Exclude<(typeof LEDGER_KINDS)[number], "accrual">;

/** From where to where money moves, unless debt is on one of the sides. Accruals are booked with their clicks. */
const MOVEMENTS: Readonly<Record<Kind, { from: Account; to: Account }>> = {
  reserve: { from: "available", to: "reserved" },
  settle: { from: "reserved", to: "paid_out" },
  return: { from: "reserved", to: "available" },
  lapse: { from: "available", to: "program" },
  clawback: { from: "available", to: "program" },
  bonus: { from: "program", to: "available" },
};

export interface NewEntry {
  readonly partnerId: string;
  readonly kind: Kind;
  readonly amount: MicroEuros;
  /** The debt account stands where `available` otherwise would: a repayment, or a clawback of what is not there. */
  readonly debt?: boolean;
  readonly withdrawalId?: string;
  readonly reason?: string;
  readonly adminId?: string;
  readonly correctionId?: string;
}

/**
 * Writes one movement of today into the journal; the balance follows by itself. Nothing is written for an amount of 0.
 * The partner's balance must be locked by this transaction.
 */
export async function bookEntry(app: Pick<App, "now">, em: EntityManager, entry: NewEntry): Promise<void> {
  if (entry.amount === 0n) return;
  const { from, to } = MOVEMENTS[entry.kind];
  const side = (account: Account): Account => (entry.debt && account === "available" ? "debt" : account);
  await em.insert(LedgerEntryEntity, {
    partnerId: entry.partnerId,
    kind: entry.kind,
    debitAccount: side(from),
    creditAccount: side(to),
    amount: entry.amount,
    bookedOn: dayOf(app.now()),
    withdrawalId: entry.withdrawalId ?? null,
    reason: entry.reason ?? null,
    adminId: entry.adminId ?? null,
    correctionId: entry.correctionId ?? null,
  });
}
