/** At most so many in a row; they come back evenly over the period. */
export interface Rate {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

const MINUTE = 60;

/**
 * Far above what people do, far below what a script can: they bound what one session, network or key can make the
 * server do, and what all sign-in mails together can make the mail relay do. Links by mail have limits of their own.
 */
export const RATES = {
  /** Sign-in mails to anybody. */
  signInMails: { name: "sign-in-mails", most: 3_000, seconds: 15 * MINUTE },
  /** Tokens that one network tries. */
  signInAttempts: { name: "sign-in-attempts", most: 300, seconds: 15 * MINUTE },
  /** Whatever changes something, by one session. */
  sessionMutations: { name: "session-mutations", most: 1_200, seconds: MINUTE },
  /** The same by one network, while nobody is signed in. */
  networkMutations: { name: "network-mutations", most: 600, seconds: MINUTE },
  newLinks: { name: "new-links", most: 600, seconds: 10 * MINUTE },
  withdrawalRequests: { name: "withdrawal-requests", most: 600, seconds: 10 * MINUTE },
  /** Files that one account downloads. */
  exports: { name: "exports", most: 60, seconds: 10 * MINUTE },
  /** Requests with events, of up to a thousand each, by one API key. */
  eventRequests: { name: "event-requests", most: 60_000, seconds: MINUTE },
} as const satisfies Record<string, Rate>;
