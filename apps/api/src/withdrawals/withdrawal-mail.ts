import { formatEuros } from "@contentflow/domain/money";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import type { MailMessage, WithdrawalFacts } from "../mail/mail-message.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";

/** Queues a mail to the withdrawal's partner, in their language, as part of this transaction. */
export async function mailPartner(
  app: Pick<App, "jobs" | "publicUrl">,
  em: EntityManager,
  withdrawal: Withdrawal,
  compose: (facts: WithdrawalFacts) => MailMessage,
): Promise<void> {
  const partner = await em.findOneOrFail(PartnerEntity, withdrawal.partnerId);
  const message = compose({
    amount: formatEuros(withdrawal.amount),
    method: withdrawal.method,
    destination: withdrawal.destination,
    portalUrl: `${app.publicUrl}/partner/portal`,
  });
  await app.jobs.enqueueMail(em, { to: partner.email, locale: partner.locale, message });
}
