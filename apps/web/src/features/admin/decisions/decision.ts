import { canTransition } from "@contentflow/domain/withdrawal";
import type { RequestRowFragment } from "../../../generated/graphql.ts";
import type { WithdrawalStatus } from "../../../generated/schema.ts";

/** What an admin can do with a request. */
export type Decision =
  | { readonly kind: "approve" }
  | { readonly kind: "reject"; readonly reason: string }
  | { readonly kind: "pay"; readonly reference: string };

export type DecisionKind = Decision["kind"];

const LEADS_TO = {
  approve: "APPROVED",
  reject: "REJECTED",
  pay: "PAID",
} as const satisfies Record<DecisionKind, WithdrawalStatus>;

/** Where a request stands once it is decided. */
export function outcomeOf(kind: DecisionKind): (typeof LEADS_TO)[DecisionKind] {
  return LEADS_TO[kind];
}

/** Whether a request that stands there can be decided so: the domain's own table. */
export function canDecide(status: WithdrawalStatus, kind: DecisionKind): boolean {
  return canTransition(lower(status), lower(LEADS_TO[kind]));
}

/** What a request will look like if the API agrees: shown until its answer is there. */
export function decided<T extends RequestRowFragment>(request: T, decision: Decision, at: Date): T {
  const next = { ...request, status: LEADS_TO[decision.kind], version: request.version + 1 };
  const now = at.toISOString();
  if (decision.kind === "pay") return { ...next, paidAt: now, reference: decision.reference };
  if (decision.kind === "reject") return { ...next, decidedAt: now, reason: decision.reason };
  return { ...next, decidedAt: now };
}

function lower<T extends string>(text: T): Lowercase<T> {
  return text.toLowerCase() as Lowercase<T>;
}
