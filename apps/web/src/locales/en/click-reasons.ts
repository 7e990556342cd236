/** Why a click counts or not, to the partner whose link it was. */
export const clickReasons = {
  clickReason: {
    why: {
      DUPLICATE: "This visitor’s click on this link already counted within 24 hours.",
      VELOCITY: "One visitor made too many clicks in a short time.",
      BOT: "A program opened the link, not a person.",
      PREFETCH: "An app fetched the page ahead, for a preview.",
      SELF_CLICK: "You opened it yourself.",
      INVALIDATED: "It counted at first and was invalidated later.",
      SUSPENDED: "The account was suspended at that moment.",
      UNKNOWN_LINK: "We couldn’t tell which link it was.",
      UNKNOWN_PARTNER: "We couldn’t tell whose link it was.",
    },
    order: "We check in this order. The first reason that applies is the one you see.",
    todo: "What you can do",
    SUSPENDED: {
      title: "Your account is suspended",
      what: "Clicks are still recorded and readers still reach the page, but nothing is earned.",
      todo: "Write to support: they tell you why, and what lifts it.",
    },
    SELF_CLICK: {
      title: "It was you",
      what: "The link was opened in a browser where you are signed in here.",
      todo: "Nothing. Try your links as often as you like: it never counts against you.",
    },
    PREFETCH: {
      title: "A preview, fetched ahead",
      what: "Browsers and messaging apps load pages before anyone asks, to show a picture or to be quick.",
      todo: "Nothing. When the person then opens the link, that click is judged by itself.",
    },
    BOT: {
      title: "A robot",
      what: "Search engines, security scanners and scripts follow links too. Most of them say who they are.",
      todo: "Nothing for a few. If there are many, look where the link is posted: automatic feeds draw them.",
    },
    DUPLICATE: {
      title: "The same visitor within 24 hours",
      what: "Each visitor counts once per link in any 24 hours. A visitor is a browser on a connection.",
      todo: "Nothing. Those who come back a day later count again, and each of your links counts by itself.",
    },
    VELOCITY: {
      title: "Too many, too fast",
      what: "From one visitor, at most {{perTenMinutes}} clicks in 10 minutes, {{perHour}} in an hour and {{perDay}} in 24 hours count, over all your links.",
      todo: "Share where many people see a link once, rather than few people often.",
    },
    INVALIDATED: {
      title: "Invalidated afterwards",
      what: "Now and then, clicks that counted turn out not to be genuine. What they earned is taken back.",
      todo: "If you think that is a mistake, write to support with the name of the link.",
    },
  },
} as const;
