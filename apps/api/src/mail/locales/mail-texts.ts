import type { PayoutMethod } from "@contentflow/domain/withdrawal";

/** Words of a mail about a withdrawal; `amount` comes formatted. */
interface WithdrawalTexts {
  subject(amount: string): string;
  preheader: string;
  heading: string;
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
