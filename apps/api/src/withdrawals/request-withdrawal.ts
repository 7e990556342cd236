import { randomUUID } from "node:crypto";
import { DomainError } from "@contentflow/domain/errors";
import type { MicroEuros } from "@contentflow/domain/money";
import { parseText } from "@contentflow/domain/text";
import { assertWithdrawable, type PayoutMethod } from "@contentflow/domain/withdrawal";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { inTransaction } from "../db/transaction.ts";
import { bookEntry } from "../ledger/book-entry.ts";
import { bookLapse } from "../ledger/book-lapse.ts";
import { lockBalance } from "../ledger/lock-balance.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import { type Destination, type DestinationFields, maskDestination } from "./destination.ts";
import { resolveDestination } from "./saved-destinations.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";
import { WithdrawalEventEntity } from "./withdrawal-event.entity.ts";
import { mailPartner } from "./withdrawal-mail.ts";

export interface WithdrawalRequest {
  readonly amount: MicroEuros;
  readonly method: PayoutMethod;
  readonly destination: DestinationFields;
  /** Made by the client: the same key with the same content is the same request, however often it arrives. */
  readonly idempotencyKey: string;
}

type Needs = Pick<App, "database" | "terms" | "secrets" | "now" | "jobs" | "publicUrl">;

/**
 * A partner asks to be paid; the amount is reserved at once. Asked again with the same key and content, the withdrawal
 * that there already is, whatever became of it.
 * @throws DomainError BAD_USER_INPUT, INVALID_DESTINATION, NOT_FOUND (`savedId`), IDEMPOTENCY_CONFLICT, ACCOUNT_SUSPENDED,
 *   METHOD_NOT_ALLOWED, BELOW_MINIMUM, INSUFFICIENT_BALANCE
 */
export async function requestWithdrawal(
  app: Needs,
  partnerId: string,
  request: WithdrawalRequest,
): Promise<Withdrawal> {
  const { amount, method } = request;
  const idempotencyKey = parseText(request.idempotencyKey, { field: "idempotencyKey", max: 200 });
  const destination = await resolveDestination(app, partnerId, method, request.destination);
  // Keyed, because a plain hash of an address could be guessed from a copy of the database.
  const content = JSON.stringify([amount.toString(), method, destination]);
  const requestHash = app.secrets.hmac("destination", content);
  const acceptedHashes = app.secrets.hmacs("destination", content);

  return inTransaction(app.database, async (em) => {
    const locked = await lockBalance(em, partnerId);
    const earlier = await em.findOne(WithdrawalEntity, { partnerId, idempotencyKey });
    if (earlier) return sameRequest(earlier, acceptedHashes);
    await refuseSuspended(em, partnerId);

    const { available } = await bookLapse(app, em, locked);
    const { minimumWithdrawal: minimum, payoutMethods: methods } = app.terms;
    assertWithdrawable({ amount, available, minimum, method, methods });

    const withdrawal = await insertRequested(
      app,
      em,
      { partnerId, amount, method, idempotencyKey },
      destination,
      requestHash,
    );
    await bookEntry(app, em, { partnerId, kind: "reserve", amount, withdrawalId: withdrawal.id });
    await mailPartner(app, em, withdrawal, (facts) => ({ template: "withdrawal-requested", ...facts }));
    return withdrawal;
  });
}

function sameRequest(earlier: Withdrawal, hashes: readonly Buffer[]): Withdrawal {
  if (hashes.some((hash) => hash.equals(earlier.requestHash))) return earlier;
  throw new DomainError("IDEMPOTENCY_CONFLICT", { idempotencyKey: earlier.idempotencyKey });
}

async function refuseSuspended(em: EntityManager, partnerId: string): Promise<void> {
  const { status } = await em.findOneOrFail(PartnerEntity, partnerId);
  if (status === "suspended") throw new DomainError("ACCOUNT_SUSPENDED");
}

async function insertRequested(
  app: Needs,
  em: EntityManager,
  asked: Pick<Withdrawal, "partnerId" | "amount" | "method" | "idempotencyKey">,
  destination: Destination,
  requestHash: Buffer,
): Promise<Withdrawal> {
  const at = app.now();
  const withdrawal = em.create(WithdrawalEntity, {
    ...asked,
    id: randomUUID(),
    destination: maskDestination(destination),
    destinationSealed: app.secrets.seal("destination", JSON.stringify(destination)),
    requestHash,
    requestedAt: at,
  });
  await em.flush();
  const { id: withdrawalId, partnerId: byPartner } = withdrawal;
  await em.insert(WithdrawalEventEntity, { withdrawalId, at, toStatus: "requested", byPartner });
  return withdrawal;
}
