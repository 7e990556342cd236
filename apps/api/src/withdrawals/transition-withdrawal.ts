import { splitCredit } from "@contentflow/domain/balance";
import { DomainError } from "@contentflow/domain/errors";
import { isUuid } from "@contentflow/domain/session-id";
import {
  type TransitionEffect,
  transitionEffect,
  type WithdrawalStatus,
} from "@contentflow/domain/withdrawal";
import { LockMode } from "@mikro-orm/core";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { bookEntry } from "../ledger/book-entry.ts";
import { type LedgerBalance, lockBalance } from "../ledger/lock-balance.ts";
import type { MailMessage, WithdrawalFacts } from "../mail/mail-message.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";
import { WithdrawalEventEntity } from "./withdrawal-event.entity.ts";
import { mailPartner } from "./withdrawal-mail.ts";

/** Which withdrawal an admin decides on, and the version that they were looking at. */
export interface Decision {
  readonly id: string;
  readonly version: number;
  readonly adminId: string;
}

interface Outcome {
  readonly to: WithdrawalStatus;
  /** What the new status has to be accompanied by. */
  readonly changes: (at: Date) => Partial<Pick<Withdrawal, "decidedAt" | "paidAt" | "reason" | "reference">>;
  /** Kept in the history: the reason or the payment reference. */
  readonly note?: string;
  readonly mail: (facts: WithdrawalFacts) => MailMessage;
}

/**
 * Takes a withdrawal to its next status: money, history and mail in one transaction. The only place that changes a
 * status; which changes there are is the domain's table.
 * @throws DomainError NOT_FOUND, CONFLICT (it is no longer at this version), INVALID_TRANSITION
 */
export async function transitionWithdrawal(
  app: Pick<App, "database" | "now" | "jobs" | "publicUrl">,
  { id, version, adminId }: Decision,
  { to, changes, note, mail }: Outcome,
): Promise<Withdrawal> {
  return inTransaction(app.database, async (em) => {
    const balance = await lockBalance(em, await partnerOf(em, id));
    const withdrawal = await em.findOneOrFail(WithdrawalEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (withdrawal.version !== version) {
      throw new DomainError("CONFLICT", { expected: version, actual: withdrawal.version });
    }
    const from = withdrawal.status;
    const effect = transitionEffect(from, to);
    const at = app.now();
    em.assign(withdrawal, { ...changes(at), status: to, version: version + 1 });
    await em.flush();
    await bookEffect(app, em, effect, withdrawal, balance);
    await em.insert(WithdrawalEventEntity, {
      withdrawalId: id,
      at,
      fromStatus: from,
      toStatus: to,
      byAdmin: adminId,
      note: note ?? null,
    });
    await mailPartner(app, em, withdrawal, mail);
    return withdrawal;
  });
}

/** Whose balance has to be locked before the withdrawal may be looked at. */
async function partnerOf(em: EntityManager, id: string): Promise<string> {
  const rows = isUuid(id)
    ? await query<{ partner_id: string }>(em, "select partner_id from withdraw_requests where id = $1", [id])
    : [];
  if (!rows[0]) throw withdrawalNotFound();
  return rows[0].partner_id;
}

/** The same for a made-up id and for somebody else's withdrawal. */
export function withdrawalNotFound(): DomainError {
  return new DomainError("NOT_FOUND", { what: "Withdrawal" });
}

async function bookEffect(
  app: Pick<App, "now">,
  em: EntityManager,
  effect: TransitionEffect,
  { id: withdrawalId, partnerId, amount }: Withdrawal,
  balance: LedgerBalance,
): Promise<void> {
  if (effect === "settle") await bookEntry(app, em, { partnerId, kind: "settle", amount, withdrawalId });
  if (effect !== "return") return;
  const { toDebt, toAvailable } = splitCredit(amount, balance.debt);
  await bookEntry(app, em, { partnerId, kind: "return", amount: toDebt, withdrawalId, debt: true });
  await bookEntry(app, em, { partnerId, kind: "return", amount: toAvailable, withdrawalId });
}
