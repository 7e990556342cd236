import { parseAccountHolder } from "@contentflow/domain/account-holder";
import { parseEmail } from "@contentflow/domain/email";
import { DomainError, isDomainError } from "@contentflow/domain/errors";
import { formatEuros } from "@contentflow/domain/money";
import { assertWithdrawable, type PayoutMethod as DomainMethod } from "@contentflow/domain/withdrawal";
import type { DestinationInput, PayoutMethod, RequestWithdrawalInput } from "../../generated/schema.ts";
import { readAmount } from "../../lib/amount.ts";
import { type Refusal, refusalOf } from "../../lib/refusal.ts";
import { readTyped } from "../../lib/typed-amount.ts";
import { normaliseIban } from "./normalise-iban.ts";

/** What stands in the form. */
export interface Draft {
  amount: string;
  /** Of the remembered destination; null to give one. */
  savedId: string | null;
  method: PayoutMethod;
  email: string;
  iban: string;
  holder: string;
}

export const DRAFT_FIELDS = ["amount", "email", "iban", "holder"] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export interface Terms {
  available: string;
  minimumWithdrawal: string;
  methods: readonly PayoutMethod[];
}

export type Order = Omit<RequestWithdrawalInput, "idempotencyKey">;

/** Ready to send; or what is wrong, with the amount if it is not that. */
export type CheckedDraft =
  | { order: Order }
  | { problems: Partial<Record<DraftField, Refusal>>; amount: string | undefined };

const DOMAIN_METHOD: Record<PayoutMethod, DomainMethod> = { BANK: "bank", PAYPAL: "paypal" };

/** Asks of a draft what the server will ask, by the same rules; what passes comes back ready to send. */
export function checkDraft(draft: Draft, terms: Terms): CheckedDraft {
  const problems: Partial<Record<DraftField, Refusal>> = {};
  const attempt: Attempt = (field, work) => {
    try {
      return work();
    } catch (error) {
      const refusal = isDomainError(error) ? refusalOf(error) : null;
      if (!refusal) throw error;
      problems[field] = refusal;
      return undefined;
    }
  };
  const amount = attempt("amount", () => readDraftAmount(draft, terms));
  const destination = readDestination(draft, attempt);
  if (amount === undefined || Object.keys(problems).length > 0) return { problems, amount };
  return { order: { amount, method: draft.method, destination } };
}

type Attempt = <T>(field: DraftField, work: () => T) => T | undefined;

function readDestination(draft: Draft, attempt: Attempt): DestinationInput {
  if (draft.savedId !== null) return { savedId: draft.savedId };
  if (draft.method === "PAYPAL") return { email: attempt("email", () => parseEmail(draft.email.trim())) };
  return {
    iban: attempt("iban", () => normaliseIban(draft.iban)),
    holder: attempt("holder", () => parseAccountHolder(draft.holder)),
  };
}

function readDraftAmount({ amount: text, method }: Draft, terms: Terms): string {
  const typed = readTyped(text);
  if ("problem" in typed) throw new DomainError("BAD_USER_INPUT", { field: "amount", reason: typed.problem });
  const { amount } = typed;
  assertWithdrawable({
    amount,
    available: readAmount(terms.available),
    minimum: readAmount(terms.minimumWithdrawal),
    method: DOMAIN_METHOD[method],
    methods: terms.methods.map((offered) => DOMAIN_METHOD[offered]),
  });
  return formatEuros(amount);
}
