import type { MailTexts } from "./mail-texts.ts";

export const en: MailTexts = {
  plainLink: "If the button does not work, copy this address into your browser:",
  accountFooter: "You receive this mail because it concerns your partner account.",
  facts: { amount: "Amount", method: "Method", destination: "Account", reference: "Reference" },
  methods: { paypal: "PayPal", bank: "Bank transfer" },
  magicLink: {
    subject: "Your sign-in link for ContentFlow Partners",
    preheader: (minutes) => `It works once, for ${minutes}.`,
    heading: "Your link to sign in",
    intro: (minutes) =>
      `It works once, within ${minutes} of asking for it. If you asked several times, only the newest link works.`,
    action: "Sign in",
    note: "You did not ask for it? Someone probably mistyped their address. You can ignore this mail: without the link, nobody gets in.",
    footer: "You receive this mail because this address was entered on the sign-in page.",
  },
  withdrawalRequested: {
    subject: (amount) => `We have received your request for ${amount}`,
    preheader: "The amount is set aside for you while we look at it.",
    heading: "Your request has arrived",
    intro:
      "Thank you. The amount is now set aside for you. We will write again as soon as we have looked at it.",
    action: "Follow this withdrawal",
    note: "Was it not you who asked? Sign in, choose “Sign out everywhere” in your settings, and write to support right away: the address is in the FAQ.",
  },
  withdrawalApproved: {
    subject: (amount) => `Your withdrawal of ${amount} is approved`,
    preheader: "The payment comes next. We will tell you when it has left.",
    heading: "Approved",
    intro:
      "Your withdrawal has been approved. The payment comes next, and we will write once more when it has left.",
    action: "Follow this withdrawal",
    note: "There is nothing you need to do.",
  },
  withdrawalRejected: {
    subject: (amount) => `Your withdrawal of ${amount} was declined`,
    preheader: "The amount is back in your balance. Here is why it was declined.",
    heading: "We could not make this payment",
    intro: "Your withdrawal was declined, for this reason:",
    outcome:
      "The amount is back in your balance. It counts as earned today, so the time this took costs you nothing.",
    action: "See my balance",
    note: "Once the reason is settled, you can ask again at any time. If it is not clear to you, write to support: the address is in the FAQ.",
  },
  withdrawalPaid: {
    subject: (amount) => `We have paid you ${amount}`,
    preheader: "The payment has left. Here is its reference.",
    heading: "Your money is on its way",
    intro: {
      paypal: "The payment has left. PayPal usually shows it within minutes.",
      bank: "The transfer has left. Banks usually take one or two working days.",
    },
    action: "See this withdrawal",
    note: "Please keep the reference: it is how the payment can be found, should it ever be needed.",
  },
  bonus: {
    subject: (amount) => `You have received a bonus of ${amount}`,
    preheader: "It is in your balance already. Here is what it is for.",
    heading: "A bonus for you",
    intro: (amount) => `We have added ${amount} to your balance, for this reason:`,
    outcome: "It counts as earned today, and you can withdraw it like everything else you earn.",
    outcomeWithDebt: (part, debt) =>
      debt === null
        ? `${part} of it has repaid what you owed: you owe nothing any more. The rest, if any, counts as earned today.`
        : `It has gone into what you owed. ${debt} of that is left, and your next earnings repay it first.`,
    action: "See my balance",
    note: "There is nothing you need to do.",
  },
  clawback: {
    subject: (amount) => `We have taken ${amount} back from your balance`,
    preheader: "Here is why, and what it means for your balance.",
    heading: "A correction of your balance",
    intro: (amount) => `We have taken ${amount} out of your balance, for this reason:`,
    outcome: "Everything else in your balance is as it was, and so are your withdrawals.",
    outcomeWithDebt: (part, debt) =>
      `${part} of it was no longer in your balance, so you now owe ${debt ?? part}. You do not have to pay anything in: your next earnings repay it first.`,
    action: "See my balance",
    note: "If the reason is not clear to you, or you think that it is wrong, write to support: the address is in the FAQ.",
  },
  accountErased: {
    subject: "Your ContentFlow Partners account is erased",
    preheader: "This is the last mail about it.",
    heading: "Your account is erased",
    forgotten:
      "As you asked, we have forgotten who you are: your address, your sessions, where you were paid, and the names of your links.",
    kept: "What was earned and paid stays in our books, under nobody’s name. Readers who follow your old links still arrive, but nothing is earned with them any more.",
    again: "You are welcome back at any time, with this address or another, as someone new.",
    action: "See the program",
    note: "Was it not you who asked? Write to support right away: the address is in the FAQ.",
    footer: "You receive this mail because this address belonged to a partner account until a moment ago.",
  },
  lapseWarning: {
    subject: (amount, on) => `Withdraw ${amount} before ${on}`,
    preheader: (lastDay) => `The last day for it is ${lastDay}.`,
    heading: "Some of your earnings are about to lapse",
    intro: (amount, on, lastDay) =>
      `Earnings can be withdrawn for a limited time. On ${on}, ${amount} of yours will lapse. The last day to withdraw it is ${lastDay} (until midnight UTC).`,
    advice:
      "The oldest earnings always go out first, so a withdrawal of this amount or more saves all of it. The program’s minimum applies.",
    action: "Withdraw my earnings",
    note: "Already done? Then you can ignore this mail.",
  },
};
