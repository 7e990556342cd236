import { parseText } from "@contentflow/domain/text";
import type { App } from "../app.ts";
import { type Decision, transitionWithdrawal } from "./transition-withdrawal.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";

/**
 * An admin has paid, and says by which payment: the reference is how it can be found again.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, CONFLICT, INVALID_TRANSITION
 */
export async function markWithdrawalPaid(
  app: App,
  decision: Decision & { readonly reference: string },
): Promise<Withdrawal> {
  const reference = parseText(decision.reference, { field: "reference", max: 200 });
  return transitionWithdrawal(app, decision, {
    to: "paid",
    changes: (paidAt) => ({ paidAt, reference }),
    note: reference,
    mail: (facts) => ({ template: "withdrawal-paid", reference, ...facts }),
  });
}
