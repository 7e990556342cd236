import type { App } from "../app.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Partner } from "./partner.entity.ts";
import { type StatusChange, setPartnerStatus } from "./set-partner-status.ts";

/**
 * A suspended partner neither earns nor signs in; all their sessions end. Balance and withdrawals stay as they are.
 * @throws DomainError BAD_USER_INPUT (reason), NOT_FOUND, CONFLICT (is suspended already, or was erased)
 */
export async function suspendPartner(app: Pick<App, "database">, change: StatusChange): Promise<Partner> {
  return inTransaction(app.database, async (em) => {
    const partner = await setPartnerStatus(em, change, "suspended");
    await query(em, "update sessions set revoked_at = now() where partner_id = $1 and revoked_at is null", [
      partner.id,
    ]);
    return partner;
  });
}
