import { randomUUID } from "node:crypto";
import { splitClawback, splitCredit } from "@contentflow/domain/balance";
import { assertCorrectable, type CorrectionKind } from "@contentflow/domain/correction";
import { DomainError } from "@contentflow/domain/errors";
import { add, formatEuros, type MicroEuros, subtract } from "@contentflow/domain/money";
import { parseText } from "@contentflow/domain/text";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { inTransaction } from "../db/transaction.ts";
import { type Partner, PartnerEntity } from "../partners/partner.entity.ts";
import { bookEntry } from "./book-entry.ts";
import { bookLapse } from "./book-lapse.ts";
import { type Correction, CorrectionEntity } from "./correction.entity.ts";
import { type LedgerBalance, lockBalance } from "./lock-balance.ts";

export interface CorrectionRequest {
  readonly partnerId: string;
  readonly adminId: string;
  readonly kind: CorrectionKind;
  readonly amount: MicroEuros;
  /** Kept for good and told to the partner: 1 to 500 characters. */
  readonly reason: string;
  /** Made by the client: the same key with the same content is the same correction, however often it arrives. */
  readonly idempotencyKey: string;
}

type Needs = Pick<App, "database" | "terms" | "now" | "jobs" | "publicUrl">;

/**
 * An admin gives (`bonus`) or takes (`clawback`) money by hand. A bonus repays debt first, like every credit; a clawback
 * takes what is available, and what is missing becomes debt. The partner is told, with the reason. Asked again with the
 * same key and content, nothing more happens. Resolves with the partner.
 * @throws DomainError BAD_USER_INPUT (amount, reason, idempotencyKey), NOT_FOUND, IDEMPOTENCY_CONFLICT,
 *   CONFLICT (the partner was erased)
 */
export async function correctBalance(app: Needs, request: CorrectionRequest): Promise<Partner> {
  const { partnerId, adminId, kind, amount } = request;
  assertCorrectable(amount);
  const reason = parseText(request.reason, { field: "reason", max: 500 });
  const idempotencyKey = parseText(request.idempotencyKey, { field: "idempotencyKey", max: 200 });

  return inTransaction(app.database, async (em) => {
    const locked = await lockBalance(em, partnerId);
    const partner = await em.findOneOrFail(PartnerEntity, { id: locked.partnerId });
    const wanted = { partnerId: partner.id, adminId, kind, amount, reason, idempotencyKey };
    const earlier = await em.findOne(CorrectionEntity, { partnerId: partner.id, idempotencyKey });
    if (earlier) {
      if (!isSame(earlier, wanted)) throw new DomainError("IDEMPOTENCY_CONFLICT", { idempotencyKey });
      return partner;
    }
    if (partner.erasedAt) throw new DomainError("CONFLICT", { reason: "This partner was erased" });

    const correction = em.create(CorrectionEntity, { ...wanted, id: randomUUID(), correctedAt: app.now() });
    await em.flush();
    const debts = await book(app, em, correction, await bookLapse(app, em, locked));
    await tell(app, em, partner, correction, debts);
    return partner;
  });
}

type Content = Pick<Correction, "adminId" | "kind" | "amount" | "reason">;

function isSame(earlier: Content, wanted: Content): boolean {
  return (["adminId", "kind", "amount", "reason"] as const).every((key) => earlier[key] === wanted[key]);
}

/** What of a correction went into debt or came out of it, and what is owed after it. */
interface Debts {
  readonly toDebt: MicroEuros;
  readonly debt: MicroEuros;
}

async function book(
  app: Needs,
  em: EntityManager,
  correction: Correction,
  { available, debt }: LedgerBalance,
): Promise<Debts> {
  const { id: correctionId, partnerId, adminId, kind, amount, reason } = correction;
  const entry = { partnerId, adminId, kind, reason, correctionId };
  if (kind === "bonus") {
    const { toDebt, toAvailable } = splitCredit(amount, debt);
    await bookEntry(app, em, { ...entry, amount: toDebt, debt: true });
    await bookEntry(app, em, { ...entry, amount: toAvailable });
    return { toDebt, debt: subtract(debt, toDebt) };
  }
  const { fromAvailable, fromDebt } = splitClawback(amount, available);
  await bookEntry(app, em, { ...entry, amount: fromAvailable });
  await bookEntry(app, em, { ...entry, amount: fromDebt, debt: true });
  return { toDebt: fromDebt, debt: add(debt, fromDebt) };
}

async function tell(
  app: Needs,
  em: EntityManager,
  { email, locale }: Partner,
  { kind, amount, reason }: Correction,
  { toDebt, debt }: Debts,
): Promise<void> {
  await app.jobs.enqueueMail(em, {
    to: email,
    locale,
    message: {
      template: kind,
      amount: formatEuros(amount),
      toDebt: formatEuros(toDebt),
      debt: formatEuros(debt),
      reason,
      earningsUrl: `${app.publicUrl}/partners/earnings`,
    },
  });
}
