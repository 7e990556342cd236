import type { Day } from "@contentflow/domain/day";
import type { PayoutMethod } from "@contentflow/domain/withdrawal";

/** The languages mails are written in. */
export type MailLocale = "en" | "fr";

/** What every mail about a withdrawal tells. */
export interface WithdrawalFacts {
  /** Exact euros as a decimal string, `"12.34"`, as `formatEuros` writes them. */
  amount: string;
  method: PayoutMethod;
  /** Masked. */
  destination: string;
  portalUrl: string;
}

/** What a mail about a correction by hand tells. Amounts are exact euros as decimal strings. */
export interface CorrectionFacts {
  amount: string;
  /** How much of it repaid debt (bonus) or became debt (clawback). */
  toDebt: string;
  /** What the partner owes after it. */
  debt: string;
  /** In the admin's words. */
  reason: string;
  earningsUrl: string;
}

/**
 * A mail to be written, before language and layout. It waits in a job queue, so it holds only what JSON can carry:
 * amounts are decimal strings.
 */
export type MailMessage =
  | { template: "magic-link"; url: string; expiresInMinutes: number }
  | ({ template: "withdrawal-requested" } & WithdrawalFacts)
  | ({ template: "withdrawal-approved" } & WithdrawalFacts)
  | ({ template: "withdrawal-rejected"; reason: string } & WithdrawalFacts)
  | ({ template: "withdrawal-paid"; reference: string } & WithdrawalFacts)
  | ({ template: "bonus" } & CorrectionFacts)
  | ({ template: "clawback" } & CorrectionFacts)
  /** The last one that a partner gets. */
  | { template: "account-erased"; programUrl: string }
  /** `on` is the first day on which the amount is gone. */
  | { template: "lapse-warning"; amount: string; on: Day; earningsUrl: string };

/** The message of one template. */
export type MessageOf<T extends MailMessage["template"]> = Extract<MailMessage, { template: T }>;
