import { parseEmail } from "@contentflow/domain/email";
import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { lockBalance } from "../ledger/lock-balance.ts";
import { type Partner, PartnerEntity } from "./partner.entity.ts";

/** What stands where a masked destination was. */
const FORGOTTEN = "•••";

/**
 * Erases who a partner is, for good: address, sessions, sign-in links, names of links, and where they were paid. What
 * they earned and were paid stays under an account of nobody, which neither earns nor signs in; what is left of its
 * balance lapses as usual. Their links go on leading readers on, their reasons and references stay as admins wrote them.
 * One last mail goes to the old address, which can sign up again as somebody new.
 * @throws DomainError BAD_USER_INPUT (`confirmEmail` is not their address), OPEN_WITHDRAWALS
 */
export async function eraseAccount(
  app: Pick<App, "database" | "now" | "jobs" | "publicUrl">,
  partnerId: string,
  confirmEmail: string,
): Promise<void> {
  const confirmed = parseEmail(confirmEmail, "confirmEmail");
  await inTransaction(app.database, async (em) => {
    await lockBalance(em, partnerId);
    const partner = await em.findOneOrFail(PartnerEntity, { id: partnerId });
    // Another request was quicker: who this was is gone already.
    if (partner.erasedAt) throw new DomainError("UNAUTHENTICATED");
    if (partner.email !== confirmed) {
      throw new DomainError("BAD_USER_INPUT", { field: "confirmEmail", reason: "is not your address" });
    }
    await refuseOpenWithdrawals(em, partnerId);
    await app.jobs.enqueueMail(em, {
      to: partner.email,
      locale: partner.locale,
      message: { template: "account-erased", programUrl: `${app.publicUrl}/partners` },
    });
    await forget(em, partner, app.now());
  });
}

async function refuseOpenWithdrawals(em: EntityManager, partnerId: string): Promise<void> {
  const [open] = await query<{ count: number }>(
    em,
    "select count(*)::int as count from withdraw_requests where partner_id = $1 and status in ('requested', 'approved')",
    [partnerId],
  );
  if (open && open.count > 0) throw new DomainError("OPEN_WITHDRAWALS", { count: open.count });
}

async function forget(em: EntityManager, partner: Partner, at: Date): Promise<void> {
  const { id, email } = partner;
  // First of all: whoever is using one of them holds it while waiting for the partner's row.
  await query(em, "delete from magic_links where email = $1", [email]);
  await query(
    em,
    "update partners set email = 'erased-' || id || '@invalid', status = 'suspended', erased_at = $2 where id = $1",
    [id, at],
  );
  await query(em, "delete from sessions where partner_id = $1", [id]);
  await query(em, "delete from lapse_warnings where partner_id = $1", [id]);
  await query(em, "update links set title = null where partner_id = $1 and title is not null", [id]);
  await query(em, "select forget_destinations_naming($1, $2)", [id, email]);
  await query(
    em,
    "update withdraw_requests set destination = $2, destination_sealed = null where partner_id = $1",
    [id, FORGOTTEN],
  );
}
