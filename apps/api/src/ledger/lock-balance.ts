import { DomainError } from "@contentflow/domain/errors";
import { type MicroEuros, microEuros } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";

/** A partner's running totals, exact, as the journal left them: what has lapsed may still be in `available`. */
export interface LedgerBalance {
  readonly partnerId: string;
  readonly available: MicroEuros;
  readonly reserved: MicroEuros;
  readonly paidOut: MicroEuros;
  readonly debt: MicroEuros;
  readonly earned: MicroEuros;
}

/** The columns of `partner_balances` as the driver hands them out. */
export interface BalanceRow {
  readonly partner_id: string;
  readonly available: string;
  readonly reserved: string;
  readonly paid_out: string;
  readonly debt: string;
  readonly earned: string;
}

/**
 * Locks a partner's balance until the transaction ends. The first statement of every transaction that books money:
 * whoever holds it decides alone, and taking it before anything else is what keeps transactions from deadlocking.
 * @throws DomainError NOT_FOUND
 */
export async function lockBalance(em: EntityManager, partnerId: string): Promise<LedgerBalance> {
  const rows = isUuid(partnerId)
    ? await query<BalanceRow>(em, "select * from lock_balances($1::uuid[])", [[partnerId]])
    : [];
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "Partner" });
  return toLedgerBalance(rows[0]);
}

export function toLedgerBalance(row: BalanceRow): LedgerBalance {
  return {
    partnerId: row.partner_id,
    available: microEuros(BigInt(row.available)),
    reserved: microEuros(BigInt(row.reserved)),
    paidOut: microEuros(BigInt(row.paid_out)),
    debt: microEuros(BigInt(row.debt)),
    earned: microEuros(BigInt(row.earned)),
  };
}
