import { canTransition } from "@contentflow/domain/withdrawal";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
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
export function decided<T extends RequestGridRowFragment>(request: T, decision: Decision): T {
  const next = { ...request, status: LEADS_TO[decision.kind], version: request.version + 1 };
  if (decision.kind === "pay") return { ...next, reference: decision.reference };
  if (decision.kind === "reject") return { ...next, reason: decision.reason };
  return next;
}

function lower<T extends string>(text: T): Lowercase<T> {
  return text.toLowerCase() as Lowercase<T>;
}
