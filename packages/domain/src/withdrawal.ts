import { DomainError } from "./errors.ts";
import { floorToCent, formatEuros, isWholeCents, type MicroEuros } from "./money.ts";

export const WITHDRAWAL_STATUSES = ["requested", "approved", "paid", "rejected"] as const;
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];

export const PAYOUT_METHODS = ["paypal", "bank"] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

/** What a transition books: `settle` reserved → paid out, `return` reserved → available, null nothing. */
export type TransitionEffect = "settle" | "return" | null;

export interface WithdrawalTransition {
  readonly from: WithdrawalStatus;
  readonly to: WithdrawalStatus;
  readonly effect: TransitionEffect;
}

/** Every change of status there is. The database holds the same list and refuses the rest. */
export const WITHDRAWAL_TRANSITIONS: readonly WithdrawalTransition[] = Object.freeze(
  (
    [
      { from: "requested", to: "approved", effect: null },
      { from: "requested", to: "rejected", effect: "return" },
      { from: "approved", to: "rejected", effect: "return" },
      { from: "approved", to: "paid", effect: "settle" },
    ] satisfies WithdrawalTransition[]
  ).map((transition) => Object.freeze(transition)),
);

export function canTransition(from: WithdrawalStatus, to: WithdrawalStatus): boolean {
  return find(from, to) !== undefined;
}

/** Throws INVALID_TRANSITION. */
export function assertTransition(from: WithdrawalStatus, to: WithdrawalStatus): void {
  transitionEffect(from, to);
}

/** What to book for this transition. Throws INVALID_TRANSITION. */
export function transitionEffect(from: WithdrawalStatus, to: WithdrawalStatus): TransitionEffect {
  const transition = find(from, to);
  if (!transition) throw new DomainError("INVALID_TRANSITION", { from, to });
  return transition.effect;
}

function find(from: WithdrawalStatus, to: WithdrawalStatus): WithdrawalTransition | undefined {
  return WITHDRAWAL_TRANSITIONS.find((transition) => transition.from === from && transition.to === to);
}

export interface WithdrawalTerms {
  readonly amount: MicroEuros;
  /** Exact; rounded down to the cent before it is shown. */
  readonly available: MicroEuros;
  readonly minimum: MicroEuros;
  readonly method: PayoutMethod;
  /** The methods on offer. */
  readonly methods: readonly PayoutMethod[];
}

/**
 * Whether a withdrawal may be requested; the form asks the same before it sends.
 * Throws, in this order: BAD_USER_INPUT (not positive, not whole cents), METHOD_NOT_ALLOWED, BELOW_MINIMUM,
 * INSUFFICIENT_BALANCE.
 */
export function assertWithdrawable({ amount, available, minimum, method, methods }: WithdrawalTerms): void {
  if (amount <= 0n) {
    throw new DomainError("BAD_USER_INPUT", { field: "amount", reason: "must be more than zero" });
  }
  if (!isWholeCents(amount)) {
    throw new DomainError("BAD_USER_INPUT", { field: "amount", reason: "must be whole cents" });
  }
  if (!methods.includes(method))
    throw new DomainError("METHOD_NOT_ALLOWED", { method, allowed: [...methods] });
  const asked = formatEuros(amount);
  if (amount < minimum) throw new DomainError("BELOW_MINIMUM", { minimum: formatEuros(minimum), asked });
  if (amount > available) {
    throw new DomainError("INSUFFICIENT_BALANCE", { available: formatEuros(floorToCent(available)), asked });
  }
}
