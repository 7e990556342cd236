/** Questions and answers. */
export const faq = {
  faq: {
    title: "Questions and answers",
    lead: "What you earn, when you get it, and what we keep about whom. The numbers are the ones in force today.",
    terms: {
      epc: "A counted click earns",
      minimum: "Smallest withdrawal",
      window: "To withdraw within",
      days: "{{days}} days",
      noLimit: "No limit",
      methods: "Paid by",
    },
    group: { earning: "Earning", money: "Your money", privacy: "Account and privacy" },
    earn: {
      q: "What does a click earn?",
      a: "{{epc}} for each counted click. A link can have a rate of its own; then it says so on the link.",
    },
    rate: {
      q: "What if the rate changes?",
      a: "Then it changes for clicks to come. Each click keeps the rate of the moment it was recorded: what you have earned stays what it is.",
    },
    counts: {
      q: "Which clicks count?",
      a: "A person’s first click on a link in any 24 hours. The same person counts again a day later, and on each of your links.",
      reader: "Readers always reach the page, whether their click counts or not. They notice nothing.",
    },
    reasons: {
      q: "Why didn’t a click count?",
      a: "Open a link on your links page: every recent click is there, with the reason in words. These are the reasons there are.",
    },
    withdraw: {
      q: "How do I get my money?",
      a: "Ask for it on your earnings page: any amount from {{minimum}} up to what is available. We pay by {{methods}}.",
      review: "A person reviews each request. You see where it stands, and get an e-mail at every step.",
    },
    window: {
      q: "How long do I have to withdraw?",
      a: "{{days}} days from the day the money was earned. A withdrawal takes the oldest earnings first.",
      lapse:
        "What is not withdrawn by then lapses: it goes back to the program. You see it coming on your earnings page, with amount and date, and get an e-mail before it happens.",
      never: "As long as you like: at present, earnings don’t lapse.",
    },
    rejected: {
      q: "What if my request is rejected?",
      a: "You are told why, and the money is back in your balance at once.",
      window:
        "It counts as earned on that day, so you have {{days}} more days: nobody loses money because a review took long.",
    },
    invalid: {
      q: "Can earnings be taken back?",
      a: "Only for clicks that turn out not to be genuine. If that money was already paid, your next earnings make up for it first. Every such movement stands in your history.",
    },
    visitors: {
      q: "What do you keep about my visitors?",
      a: "No IP address, no cookie. A visitor is a code made from connection and browser with a secret key. The key changes every day and is destroyed a day later: after that, nobody can tell who it was.",
      kept: "With each click we keep the time, the link, where it was shared and the verdict, for {{days}} days. After that only daily sums remain.",
    },
    aboutYou: {
      q: "What do you keep about me?",
      a: "Your e-mail address, your language, your links, what they earned, and your withdrawals.",
      payment:
        "Payment details are encrypted and shown masked. Only the person about to pay you sees them in full, and that is logged.",
    },
    yourData: {
      q: "Can I have my data, or have it erased?",
      export:
        "Both, any time, without asking anyone: download everything about you as JSON or as tables (CSV).",
      erase:
        "Erase your account, and your address and payment details are gone for good. What was earned and paid stays in the books without your name: the sums have to stay right.",
      link: "Go to the settings",
    },
    board: {
      q: "Who sees me on the leaderboard?",
      a: "Everybody, but only as two letters with dots between: nobody learns your address. If you prefer, switch yourself off in the settings. You are gone at once, and earn as before.",
    },
    signIn: {
      q: "Why is there no password?",
      a: "You sign in with a link sent to your mailbox. It works once, for 15 minutes, and only after you confirm: no password to forget, none to be stolen. In the settings you can end all your sessions at once.",
    },
    contact: { q: "Something else?", a: "A person reads what you write to" },
  },
} as const;
