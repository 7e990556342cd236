/** Asking for a link and landing from it. */
export const auth = {
  magic: {
    title: "Sign in",
    lead: "We send a link to your mailbox. If you are new here, it makes you a partner.",
    leadNext:
      "This page needs you to be signed in. We send a link to your mailbox, and take you back afterwards.",
    email: "E-mail address",
    submit: "Send me a link",
    malformed: "Enter one address such as name@example.org.",
    sentTitle: "Look into the mailbox of {{email}}",
    sentBody:
      "Open the e-mail from ContentFlow Partners and follow its link. It works once, for {{minutes}} minutes.",
    sentMissing: "Nothing there after a minute? Look into the spam folder, and check the address above.",
    resend: "Send it again",
    resendIn: "Send it again in {{time}}",
    sentAgain: "Sent again. Only the newest link works.",
    otherAddress: "Use another address",
  },
  login: {
    title: "One click to go",
    lead: "Confirm that it is you who opened the link from our e-mail.",
    continue: "Continue",
    continueAs: "Continue as {{email}}",
    switching: "You are signed in as {{email}} right now. Going on signs that account out in this browser.",
    notYou: "Not you? Close this page: nothing has happened, and the link ends by itself.",
    spent: "This link has expired or has already been used",
    spentBody: "Each link works once, for 15 minutes, and asking for a new one ends those before it.",
    noTokenTitle: "This link is incomplete",
    noTokenBody: "Open the link from our e-mail as a whole, or ask for a new one.",
    askAgain: "Ask for a new link",
    signedInTitle: "You are signed in",
    signedInBody: "As {{email}}. There is nothing left to do here.",
    spentSignedIn: "You don’t need it: you are signed in as {{email}}.",
    goOn: "Go to your pages",
  },
} as const;
