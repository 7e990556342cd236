import { DomainError } from "@contentflow/domain/errors";
import { parseText } from "@contentflow/domain/text";
import type { EntityManager } from "@mikro-orm/postgresql";
import { query } from "../db/query.ts";
import { lockBalance } from "../ledger/lock-balance.ts";
import { type Partner, PartnerEntity } from "./partner.entity.ts";

const REASON_LENGTH = 500;

export interface StatusChange {
  readonly partnerId: string;
  readonly adminId: string;
  /** Kept for good: why a person may not, or may again, earn. 1 to 500 characters. */
  readonly reason: string;
}

/**
 * Gives a partner another status and writes down who did it and why. The balance is locked first: clicks decide their
 * verdict under that lock, so none is counted by the old status once this has committed.
 * @throws DomainError BAD_USER_INPUT (reason), NOT_FOUND, CONFLICT (has that status already, or was erased)
 */
export async function setPartnerStatus(
  em: EntityManager,
  { partnerId, adminId, reason }: StatusChange,
  status: Partner["status"],
): Promise<Partner> {
  const note = parseText(reason, { field: "reason", max: REASON_LENGTH });
  await lockBalance(em, partnerId);
  const partner = await em.findOneOrFail(PartnerEntity, { id: partnerId });
  if (partner.erasedAt) throw new DomainError("CONFLICT", { reason: "This partner was erased" });
  if (partner.status === status)
    throw new DomainError("CONFLICT", { reason: `This partner is already ${status}` });
  partner.status = status;
  await em.flush();
  await query(
    em,
    "insert into partner_status_changes (partner_id, status, reason, admin_id) values ($1, $2, $3, $4)",
    [partnerId, status, note, adminId],
  );
  return partner;
}
