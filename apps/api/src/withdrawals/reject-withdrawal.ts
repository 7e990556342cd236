import { parseText } from "@contentflow/domain/text";
import type { App } from "../app.ts";
import { type Decision, transitionWithdrawal } from "./transition-withdrawal.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";

/**
 * An admin declines, with a reason that the partner reads. The money comes back as a credit of today, so that nobody
 * loses any because a review took long; debt is repaid from it first.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, CONFLICT, INVALID_TRANSITION
 */
export async function rejectWithdrawal(
  app: App,
  decision: Decision & { readonly reason: string },
): Promise<Withdrawal> {
  const reason = parseText(decision.reason, { field: "reason", max: 500 });
  return transitionWithdrawal(app, decision, {
    to: "rejected",
    changes: (decidedAt) => ({ decidedAt, reason }),
    note: reason,
    mail: (facts) => ({ template: "withdrawal-rejected", reason, ...facts }),
  });
}
