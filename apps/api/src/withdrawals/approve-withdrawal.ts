import type { App } from "../app.ts";
import { type Decision, transitionWithdrawal } from "./transition-withdrawal.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";

/**
 * An admin agrees to pay. The money stays reserved until it is paid.
 * @throws DomainError NOT_FOUND, CONFLICT, INVALID_TRANSITION
 */
export async function approveWithdrawal(app: App, decision: Decision): Promise<Withdrawal> {
  return transitionWithdrawal(app, decision, {
    to: "approved",
    changes: (decidedAt) => ({ decidedAt }),
    mail: (facts) => ({ template: "withdrawal-approved", ...facts }),
  });
}
