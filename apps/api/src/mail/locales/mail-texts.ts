import type { PayoutMethod } from "@contentflow/domain/withdrawal";

/** Words of a mail about a withdrawal; `amount` comes formatted. */
interface WithdrawalTexts {
  subject(amount: string): string;
  preheader: string;
  heading: string;
  action: string;
  note: string;
}

/** Words of a mail about a correction by hand; amounts come formatted. */
interface CorrectionTexts {
  subject(amount: string): string;
  preheader: string;
  heading: string;
  intro(amount: string): string;
  outcome: string;
  /** In place of `outcome` when a part of it repaid debt, or became debt; `debt` is what is owed now, if anything. */
  outcomeWithDebt(part: string, debt: string | null): string;
  action: string;
  note: string;
}

/** Everything mails say, in one language. Values come formatted for that language. */
export interface MailTexts {
  /** Above the address that stands below the button. */
  plainLink: string;
  /** Small print for mails about an account. */
  accountFooter: string;
  facts: { amount: string; method: string; destination: string; reference: string };
  methods: Record<PayoutMethod, string>;
  magicLink: {
    subject: string;
    preheader(minutes: string): string;
    heading: string;
    intro(minutes: string): string;
    action: string;
    note: string;
    footer: string;
  };
  withdrawalRequested: WithdrawalTexts & { intro: string };
  withdrawalApproved: WithdrawalTexts & { intro: string };
  withdrawalRejected: WithdrawalTexts & { intro: string; outcome: string };
  withdrawalPaid: WithdrawalTexts & { intro: Record<PayoutMethod, string> };
  bonus: CorrectionTexts;
  clawback: CorrectionTexts;
  accountErased: {
    subject: string;
    preheader: string;
    heading: string;
    forgotten: string;
    kept: string;
    again: string;
    action: string;
    note: string;
    footer: string;
  };
  lapseWarning: {
    subject(amount: string, on: string): string;
    preheader(lastDay: string): string;
    heading: string;
    intro(amount: string, on: string, lastDay: string): string;
    advice: string;
    action: string;
    note: string;
  };
}
