import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Partner } from "./partner.entity.ts";
import { type StatusChange, setPartnerStatus } from "./set-partner-status.ts";

/**
 * Lets a suspended partner sign in and earn again. What they missed meanwhile stays uncounted.
 * @throws DomainError BAD_USER_INPUT (reason), NOT_FOUND, CONFLICT (is active already, or was erased)
 */
export async function reactivatePartner(app: Pick<App, "database">, change: StatusChange): Promise<Partner> {
  return inTransaction(app.database, (em) => setPartnerStatus(em, change, "active"));
}
