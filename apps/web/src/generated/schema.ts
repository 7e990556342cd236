export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar. */
  DateTime: { input: string; output: string; }
  /** An amount in euros as an exact decimal string, like "12.34"; rates may have up to 6 decimals ("0.0035"). As input: more than 0, at most 2 decimals, no sign, exponent or spaces; anything else is BAD_USER_INPUT. */
  Euros: { input: string; output: string; }
  /** A local date string (i.e., with no associated timezone) in `YYYY-MM-DD` format, e.g. `2020-01-01`. */
  LocalDate: { input: string; output: string; }
  /** The `SafeInt` scalar type represents non-fractional signed whole numeric values that are considered safe as defined by the ECMAScript specification. */
  SafeInt: { input: number; output: number; }
};

/** Where money lies: with the program, or of the partner: available, reserved for a withdrawal, paid out, owed. */
export type Account =
  | 'AVAILABLE'
  | 'DEBT'
  | 'PAID_OUT'
  | 'PROGRAM'
  | 'RESERVED';

/** What only admins may see. FORBIDDEN for partners. */
export type Admin = {
  /** Recorded events of all partners, newest first. */
  readonly events: MetricEventConnection;
  /** The last proof of the books; null before it. */
  readonly ledgerCheck?: Maybe<LedgerCheck>;
  /** One partner; NOT_FOUND when there is none. */
  readonly partner: Partner;
  /** Partners by e-mail address, A to Z. */
  readonly partners: PartnerConnection;
  /** How the program is doing. */
  readonly stats: Stats;
  /** One withdrawal; NOT_FOUND when there is none. */
  readonly withdrawal: Withdrawal;
  /** Withdrawals of all partners. */
  readonly withdrawals: WithdrawalConnection;
};


/** What only admins may see. FORBIDDEN for partners. */
export type AdminEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  verdict?: InputMaybe<Verdict>;
};


/** What only admins may see. FORBIDDEN for partners. */
export type AdminPartnerArgs = {
  id: Scalars['ID']['input'];
};


/** What only admins may see. FORBIDDEN for partners. */
export type AdminPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/** What only admins may see. FORBIDDEN for partners. */
export type AdminStatsArgs = {
  days?: Scalars['Int']['input'];
};


/** What only admins may see. FORBIDDEN for partners. */
export type AdminWithdrawalArgs = {
  id: Scalars['ID']['input'];
};


/** What only admins may see. FORBIDDEN for partners. */
export type AdminWithdrawalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  method?: InputMaybe<PayoutMethod>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: WithdrawalSort;
  status?: InputMaybe<WithdrawalStatus>;
};

/** A partner's money at the moment of asking. Everything in euros. */
export type Balance = {
  /** What can be withdrawn now, rounded down to the cent. */
  readonly available: Scalars['Euros']['output'];
  /** Counted clicks of the earning window; of all time where nothing lapses. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Owed because more was taken back than was available (clicks found invalid after they were paid, corrections); new earnings repay it first. Exact. */
  readonly debt: Scalars['Euros']['output'];
  /** Earned ever, bonuses included, less what was taken back afterwards; never below 0. Exact. */
  readonly earned: Scalars['Euros']['output'];
  /** Euros that one counted click earns today, unless its link has a rate of its own. */
  readonly epc: Scalars['Euros']['output'];
  /** What lapses next; null when nothing is going to. */
  readonly lapsingNext?: Maybe<Lapse>;
  /** Paid so far. */
  readonly paid: Scalars['Euros']['output'];
  /** Asked for and not yet paid. */
  readonly pending: Scalars['Euros']['output'];
};

/** A correction of a partner's balance by hand. */
export type CorrectBalanceInput = {
  /** How much, in euros: whole cents, more than 0, at most 100,000.00. */
  readonly amount: Scalars['Euros']['input'];
  /** Made by the client, 1 to 200 characters, one per correction: sent again with the same content it changes nothing more; with other content, IDEMPOTENCY_CONFLICT. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Whether to give or to take. */
  readonly kind: CorrectionKind;
  /** Of the partner. */
  readonly partnerId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters; kept for good, and the partner reads it. */
  readonly reason: Scalars['String']['input'];
};

/** What an admin does to a balance by hand: a bonus gives, a clawback takes. */
export type CorrectionKind =
  | 'BONUS'
  | 'CLAWBACK';

/** A link to make. */
export type CreateLinkInput = {
  /** Where readers are sent: an http(s) address of at most 2048 characters, on a host that links may lead to (else DESTINATION_NOT_ALLOWED). */
  readonly destination: Scalars['String']['input'];
  /** A name for yourself, at most 200 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Where money goes, in full: either a PayPal address or a bank account. */
export type Destination = {
  /** PayPal address; null for a bank account. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Name of the account's holder; null for PayPal. */
  readonly holder?: Maybe<Scalars['String']['output']>;
  /** IBAN in upper case without spaces; null for PayPal. */
  readonly iban?: Maybe<Scalars['String']['output']>;
};

/** Where to pay: `email` for PayPal, `iban` and `holder` for a bank transfer; or `savedId` alone, for where an earlier withdrawal went. */
export type DestinationInput = {
  /** PayPal address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Name of the account's holder, at most 140 characters. */
  readonly holder?: InputMaybe<Scalars['String']['input']>;
  /** IBAN; spaces and lower case are fine. */
  readonly iban?: InputMaybe<Scalars['String']['input']>;
  /** Id out of `savedDestinations`: a copy of that destination. NOT_FOUND when it is not one's own withdrawal; INVALID_DESTINATION when it was forgotten, is of another method, or stands beside other fields. */
  readonly savedId?: InputMaybe<Scalars['ID']['input']>;
};

/** One UTC day of a partner's earnings. */
export type EarningsDay = {
  /** Counted clicks of the day. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** The UTC day. */
  readonly day: Scalars['LocalDate']['output'];
  /** Euros that they earned, exact. */
  readonly earned: Scalars['Euros']['output'];
};

/** What happened. Only clicks earn. */
export type EventKind =
  | 'CLICK'
  | 'CONVERSION'
  | 'VIEW';

/** Earnings that will be lost unless they are withdrawn. */
export type Lapse = {
  /** How much is lost, in euros, exact. */
  readonly amount: Scalars['Euros']['output'];
  /** The first UTC day on which it is gone; the day before is the last one. */
  readonly on: Scalars['LocalDate']['output'];
};

/** A place on the public board. Nothing in it leads to a person or to other data. */
export type LeaderboardEntry = {
  /** Counted clicks in the period. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Whether this is the partner who asks; false when nobody is signed in. */
  readonly isMe: Scalars['Boolean']['output'];
  /** Masked: the first letters of the address and its domain. */
  readonly name: Scalars['String']['output'];
  /** From 1. Equals share a rank and the next one is skipped: 1, 2, 2, 4. */
  readonly rank: Scalars['Int']['output'];
};

/** UTC days up to and including today. */
export type LeaderboardPeriod =
  | 'ALL_TIME'
  | 'LAST_7_DAYS'
  | 'LAST_30_DAYS'
  | 'LAST_90_DAYS';

/** Where a partner stands on the whole board of a period, also below what it shows. */
export type LeaderboardPlace = {
  /** Their counted clicks in the period, listed or not. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Whether they may be shown on the board; see `setLeaderboardListing`. */
  readonly listed: Scalars['Boolean']['output'];
  /** How many partners stand on the whole board of the period. */
  readonly partners: Scalars['SafeInt']['output'];
  /** From 1; equals share it. Null without a counted click in the period, and for those who are not listed. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
};

/** What the last proof of the books found. */
export type LedgerCheck = {
  /** When the books were proven. */
  readonly at: Scalars['DateTime']['output'];
  /** What did not, one sentence each; empty when all is well. */
  readonly differences: ReadonlyArray<Scalars['String']['output']>;
  /** Whether everything added up. */
  readonly ok: Scalars['Boolean']['output'];
};

/** One movement of a partner's money. Never changed, never deleted. */
export type LedgerEntry = {
  /** How much, in euros; more than 0. Today's accrual still grows. */
  readonly amount: Scalars['Euros']['output'];
  /** UTC day that it is booked on. */
  readonly bookedOn: Scalars['LocalDate']['output'];
  /** E-mail address of the admin who booked it by hand; null when nobody did. */
  readonly byEmail?: Maybe<Scalars['String']['output']>;
  /** Where it went. */
  readonly creditAccount: Account;
  /** Where it came from. */
  readonly debitAccount: Account;
  /** Id of the entry; later entries have greater ones. */
  readonly id: Scalars['ID']['output'];
  /** Why money moved. */
  readonly kind: LedgerKind;
  /** Why, in an admin's words; of clawbacks and bonuses. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The withdrawal behind it: reserves, settlements and returns. */
  readonly withdrawalId?: Maybe<Scalars['ID']['output']>;
};

/** A page of LedgerEntry entries, newest first unless said otherwise. */
export type LedgerEntryConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<LedgerEntryEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A LedgerEntry and its place in the list. */
export type LedgerEntryEdge = {
  /** Opaque place of this entry, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: LedgerEntry;
};

/** Why money moved. */
export type LedgerKind =
  | 'ACCRUAL'
  | 'BONUS'
  | 'CLAWBACK'
  | 'LAPSE'
  | 'RESERVE'
  | 'RETURN'
  | 'SETTLE';

/** A tracked link of the signed-in partner: who follows it earns them money. */
export type Link = {
  /** Counted clicks since it exists. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Short code, the last part of `url`. */
  readonly code: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Where readers are sent, http(s), as a browser writes it. */
  readonly destination: Scalars['String']['output'];
  /** Euros that its counted clicks earned since it exists. */
  readonly earned: Scalars['Euros']['output'];
  /** Euros that its next counted click earns: its own rate, else the program's. Past clicks keep theirs. */
  readonly epc: Scalars['Euros']['output'];
  /** Stable id of the link. */
  readonly id: Scalars['ID']['output'];
  /** Who followed it lately, newest first: as far back as single clicks are kept. */
  readonly recentClicks: LinkClickConnection;
  /** The partner's own name for it, at most 200 characters. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** The address to share. */
  readonly url: Scalars['String']['output'];
};


/** A tracked link of the signed-in partner: who follows it earns them money. */
export type LinkRecentClicksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Somebody followed a link; the verdict says whether that pays. */
export type LinkClick = {
  /** Euros that it earned, at the rate of the moment it was recorded; "0.00" unless it counts. */
  readonly earned: Scalars['Euros']['output'];
  /** Stable id of the click. */
  readonly id: Scalars['ID']['output'];
  /** When it happened, by whoever reported it. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Where it happened, in the sender's words. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Host of the page that the visitor came from. */
  readonly referrerHost?: Maybe<Scalars['String']['output']>;
  /** Whether it counts, and if not, why. */
  readonly verdict: Verdict;
};

/** A page of LinkClick entries, newest first unless said otherwise. */
export type LinkClickConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<LinkClickEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A LinkClick and its place in the list. */
export type LinkClickEdge = {
  /** Opaque place of this entry, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: LinkClick;
};

/** A page of Link entries, newest first unless said otherwise. */
export type LinkConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<LinkEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many entries the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A Link and its place in the list. */
export type LinkEdge = {
  /** Opaque place of this entry, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Link;
};

/** Language of pages and mails. */
export type Locale =
  | 'EN'
  | 'FR';

/** The answer to asking for a sign-in link: the same whether or not anybody has the address. */
export type MagicLinkSent = {
  /** Where the link goes: the given address, in lower case. */
  readonly email: Scalars['String']['output'];
  /** Minutes that the link works, once. */
  readonly expiresInMinutes: Scalars['Int']['output'];
};

/** Something that happened, with the verdict that says whether it pays. */
export type MetricEvent = {
  /** UTC day that it belongs to, in the books and in all figures. */
  readonly bookedOn: Scalars['LocalDate']['output'];
  /** Euros that it is worth if it counts, frozen when it was recorded. */
  readonly epc: Scalars['Euros']['output'];
  /** Id of the event; later events have greater ones. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** Code of the link; null when it is none or not known. */
  readonly linkCode?: Maybe<Scalars['String']['output']>;
  /** When it happened, by whoever reported it. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Whose it is; null when the partner is not known. */
  readonly partnerId?: Maybe<Scalars['ID']['output']>;
  /** Where it happened, in the sender's words. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** The sender's id of the post that it came from. */
  readonly postId?: Maybe<Scalars['String']['output']>;
  /** When it was recorded here. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Host of the page that the visitor came from. */
  readonly referrerHost?: Maybe<Scalars['String']['output']>;
  /** Whether it counts, and if not, why. */
  readonly verdict: Verdict;
};

/** A page of MetricEvent entries, newest first unless said otherwise. */
export type MetricEventConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<MetricEventEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A MetricEvent and its place in the list. */
export type MetricEventEdge = {
  /** Opaque place of this entry, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: MetricEvent;
};

export type Mutation = {
  /** Agrees to pay a requested withdrawal. Refusals: NOT_FOUND, CONFLICT, INVALID_TRANSITION. */
  readonly approveWithdrawal: Withdrawal;
  /** Manual correction: BONUS gives, CLAWBACK takes (what is no longer available becomes debt). The partner is told. Refusals: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_CONFLICT, and CONFLICT when the partner was erased. */
  readonly correctBalance: Partner;
  /** Makes a tracked link of the signed-in partner. */
  readonly createLink: Link;
  /** Ends one session of the signed-in person; NOT_FOUND when it is not theirs. */
  readonly endSession: Scalars['Boolean']['output'];
  /** Erases who the signed-in partner is, for good, and signs them out everywhere. Money history stays, under nobody's name; what is left of the balance is lost. Refused with OPEN_WITHDRAWALS (details: `count`) while a request is open; BAD_USER_INPUT when `confirmEmail` is not their address. */
  readonly eraseAccount: Scalars['Boolean']['output'];
  /** Takes back counted clicks of one partner that were found invalid: what they earned is clawed back, and what is no longer there becomes debt. All or none. */
  readonly invalidateClicks: Partner;
  /** Says that an approved withdrawal was paid. Refusals: NOT_FOUND, CONFLICT, INVALID_TRANSITION. */
  readonly markWithdrawalPaid: Withdrawal;
  /** Lets a suspended partner sign in and earn again. CONFLICT when they are active already, or were erased. */
  readonly reactivatePartner: Partner;
  /** Declines a withdrawal that is not yet paid and returns its money. Refusals: NOT_FOUND, CONFLICT, INVALID_TRANSITION. */
  readonly rejectWithdrawal: Withdrawal;
  /** Mails a link that signs in, works once and replaces earlier ones. RATE_LIMITED beyond 3 per address or 20 per network in 15 minutes. */
  readonly requestMagicLink: MagicLinkSent;
  /** Asks to be paid; the amount is reserved at once. Refusals: INVALID_DESTINATION, NOT_FOUND (`savedId`), METHOD_NOT_ALLOWED, BELOW_MINIMUM, INSUFFICIENT_BALANCE, IDEMPOTENCY_CONFLICT. */
  readonly requestWithdrawal: Withdrawal;
  /** Whether the signed-in partner may be shown on the board. Who says no is gone from all periods at once, and earns as before. */
  readonly setLeaderboardListing: Viewer;
  /** Chooses the language of the signed-in person's pages and mails. */
  readonly setLocale: Viewer;
  /** Exchanges a mailed token for a session cookie; the first time, this creates the account. Ends the session that the browser had before. LINK_EXPIRED when the token is unknown, used, replaced or older than 15 minutes. */
  readonly signIn: Viewer;
  /** Ends this session. True also when nobody was signed in. */
  readonly signOut: Scalars['Boolean']['output'];
  /** Ends a partner's sessions and their earning. Balance and withdrawals stay as they are. CONFLICT when they are suspended already. */
  readonly suspendPartner: Partner;
};


export type MutationApproveWithdrawalArgs = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type MutationCorrectBalanceArgs = {
  input: CorrectBalanceInput;
};


export type MutationCreateLinkArgs = {
  input: CreateLinkInput;
};


export type MutationEndSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEraseAccountArgs = {
  confirmEmail: Scalars['String']['input'];
};


export type MutationInvalidateClicksArgs = {
  eventIds: ReadonlyArray<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
};


export type MutationMarkWithdrawalPaidArgs = {
  id: Scalars['ID']['input'];
  reference: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationReactivatePartnerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRejectWithdrawalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRequestMagicLinkArgs = {
  email: Scalars['String']['input'];
  locale?: InputMaybe<Locale>;
};


export type MutationRequestWithdrawalArgs = {
  input: RequestWithdrawalInput;
};


export type MutationSetLeaderboardListingArgs = {
  listed: Scalars['Boolean']['input'];
};


export type MutationSetLocaleArgs = {
  locale: Locale;
};


export type MutationSignInArgs = {
  token: Scalars['String']['input'];
};


export type MutationSignOutArgs = {
  everywhere?: Scalars['Boolean']['input'];
};


export type MutationSuspendPartnerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** Where a page of a list stands in the whole. Cursors are opaque. */
export type PageInfo = {
  /** Pass it as `after` for the next page; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Someone who earns. Only admins see partners; partners see themselves in `me`. */
export type Partner = {
  /** Their money, exact at this moment. */
  readonly balance: Balance;
  /** When they joined. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Address that they sign in with. */
  readonly email: Scalars['String']['output'];
  /** When they erased who they are; null unless they did. Their address is a made-up one since, their money history stays. */
  readonly erasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Their events with the verdicts, newest first. */
  readonly events: MetricEventConnection;
  /** Stable id of the partner. */
  readonly id: Scalars['ID']['output'];
  /** Every movement of their money, newest first. */
  readonly ledger: LedgerEntryConnection;
  /** Language of their pages and mails. */
  readonly locale: Locale;
  /** Whether they may earn and sign in. */
  readonly status: PartnerStatus;
  /** When and why they were suspended or let back in, newest first; at most 100. */
  readonly statusChanges: ReadonlyArray<StatusChange>;
  /** Their withdrawals, newest first. */
  readonly withdrawals: WithdrawalConnection;
};


/** Someone who earns. Only admins see partners; partners see themselves in `me`. */
export type PartnerEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  verdict?: InputMaybe<Verdict>;
};


/** Someone who earns. Only admins see partners; partners see themselves in `me`. */
export type PartnerLedgerArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** Someone who earns. Only admins see partners; partners see themselves in `me`. */
export type PartnerWithdrawalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  status?: InputMaybe<WithdrawalStatus>;
};

/** A page of Partner entries, newest first unless said otherwise. */
export type PartnerConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<PartnerEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many entries the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A Partner and its place in the list. */
export type PartnerEdge = {
  /** Opaque place of this entry, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Partner;
};

/** What one partner earned in the period. */
export type PartnerRevenue = {
  /** Their counted clicks in the period. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Euros that those clicks earned. */
  readonly earned: Scalars['Euros']['output'];
  /** The partner. */
  readonly partner: Partner;
};

/** Suspended partners neither earn nor sign in. */
export type PartnerStatus =
  | 'ACTIVE'
  | 'SUSPENDED';

/** How a withdrawal is paid. */
export type PayoutMethod =
  | 'BANK'
  | 'PAYPAL';

/** How long partners waited for their money: hours from requested to marked as paid. */
export type PayoutVelocity = {
  /** Half of the withdrawals were paid within this many hours (interpolated). */
  readonly medianHours: Scalars['Float']['output'];
  /** Nine in ten were paid within this many hours (interpolated). */
  readonly p90Hours: Scalars['Float']['output'];
  /** How many withdrawals were paid in the period: what the figures rest on. */
  readonly payouts: Scalars['Int']['output'];
};

/** The public terms that every partner earns under. */
export type Program = {
  /** Days that earnings can be withdrawn before they lapse; 0 means that they never do. */
  readonly earningsWindowDays: Scalars['Int']['output'];
  /** Euros that one counted click earns today, unless its link has a rate of its own. */
  readonly epc: Scalars['Euros']['output'];
  /** Days that single clicks are kept, with their verdicts. Sums stay. */
  readonly eventRetentionDays: Scalars['Int']['output'];
  /** Sites that links may lead to, with all below them: "example.org"; "*" when any will do. */
  readonly linkHosts: ReadonlyArray<Scalars['String']['output']>;
  /** How withdrawals are paid. */
  readonly methods: ReadonlyArray<PayoutMethod>;
  /** Smallest amount that can be withdrawn, in euros. */
  readonly minimumWithdrawal: Scalars['Euros']['output'];
  /** Where partners get help: an e-mail address. */
  readonly supportEmail: Scalars['String']['output'];
  /** How many clicks of one visitor may count for one partner; more are recorded, not paid. */
  readonly visitorLimits: VisitorLimits;
};

export type Query = {
  /** Everything that only admins may see. */
  readonly admin: Admin;
  /** The signed-in partner's money, exact at this moment. */
  readonly balance: Balance;
  /** The signed-in partner's last UTC days up to and including today, oldest first, without gaps. */
  readonly earnings: ReadonlyArray<EarningsDay>;
  /** The 20 listed active partners with the most counted clicks, most first. Open to all; names are masked. */
  readonly leaderboard: ReadonlyArray<LeaderboardEntry>;
  /** The signed-in partner's own place on the board, also outside the top 20. */
  readonly leaderboardPlace: LeaderboardPlace;
  /** One of the signed-in partner's own links; NOT_FOUND when it is not theirs. */
  readonly link: Link;
  /** The signed-in partner's links, newest first. */
  readonly links: LinkConnection;
  /** Who is signed in; null when nobody is. */
  readonly me?: Maybe<Viewer>;
  /** The public terms: minimum, methods, earnings per click, window. */
  readonly program: Program;
  /** Where the signed-in partner was paid or asked to be paid before: newest first, each once, at most 5. */
  readonly savedDestinations: ReadonlyArray<SavedDestination>;
  /** Where the signed-in person is signed in: this session first, then newest first; at most 100. */
  readonly sessions: ReadonlyArray<Session>;
  /** The masked address that a mailed token would sign in; null when it no longer works. Spends nothing. */
  readonly signInAs?: Maybe<Scalars['String']['output']>;
  /** The signed-in partner's withdrawals, newest first. */
  readonly withdrawals: WithdrawalConnection;
};


export type QueryEarningsArgs = {
  days?: Scalars['Int']['input'];
};


export type QueryLeaderboardArgs = {
  period?: LeaderboardPeriod;
};


export type QueryLeaderboardPlaceArgs = {
  period?: LeaderboardPeriod;
};


export type QueryLinkArgs = {
  code: Scalars['String']['input'];
};


export type QueryLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QuerySignInAsArgs = {
  token: Scalars['String']['input'];
};


export type QueryWithdrawalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  status?: InputMaybe<WithdrawalStatus>;
};

/** A wish to be paid. */
export type RequestWithdrawalInput = {
  /** How much, in euros: whole cents, at least the minimum, at most available. */
  readonly amount: Scalars['Euros']['input'];
  /** Where to be paid. */
  readonly destination: DestinationInput;
  /** Made by the client, 1 to 200 characters, one per wish: sent again with the same content it gives the same withdrawal; with other content, IDEMPOTENCY_CONFLICT. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** How to be paid. */
  readonly method: PayoutMethod;
};

/** What a signed-in person is: a partner earns, an admin pays. */
export type Role =
  | 'ADMIN'
  | 'PARTNER';

/** Where a partner asked to be paid before. */
export type SavedDestination = {
  /** Masked: `m•••@example.org`, `FR76 •••• 0189`. */
  readonly destination: Scalars['String']['output'];
  /** Id of the newest withdrawal that goes there; for `savedId`. */
  readonly id: Scalars['ID']['output'];
  /** When a withdrawal to it was last asked for. */
  readonly lastUsedAt: Scalars['DateTime']['output'];
  /** How it is paid to. */
  readonly method: PayoutMethod;
};

/** A place where the signed-in person is signed in. */
export type Session = {
  /** When the person signed in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whether it is the session that asks. */
  readonly current: Scalars['Boolean']['output'];
  /** Browser and system, like "Firefox, Windows"; null when neither was recognised. */
  readonly device?: Maybe<Scalars['String']['output']>;
  /** When it ends by itself. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** For `endSession`. It does not give access to anything. */
  readonly id: Scalars['ID']['output'];
};

/** Figures of the UTC days from `from` to `to`, both included. Clicks, conversions and earnings belong to the day that they were booked on; clicks found invalid afterwards are no longer counted, whenever that was. */
export type Stats = {
  /** `conversions` / counted clicks of the period; null without counted clicks. Can be above 1. */
  readonly conversionRate?: Maybe<Scalars['Float']['output']>;
  /** Conversions that were accepted (verdict COUNTED). */
  readonly conversions: Scalars['SafeInt']['output'];
  /** Each UTC day of the period, oldest first, without gaps. */
  readonly days: ReadonlyArray<StatsDay>;
  /** Partners who earned more than nothing with them. */
  readonly earningPartners: Scalars['Int']['output'];
  /** Euros that the counted clicks of the period earned. */
  readonly earnings: Scalars['Euros']['output'];
  /** Clicks by verdict: each verdict once, zeros included. */
  readonly events: ReadonlyArray<VerdictTotal>;
  /** First UTC day of the period. */
  readonly from: Scalars['LocalDate']['output'];
  /** Over the withdrawals marked as paid in the period, whenever requested; null when there are none. */
  readonly payoutVelocity?: Maybe<PayoutVelocity>;
  /** `earnings` / `earningPartners`, in euros, cut off after 6 decimals; null when nobody earned. */
  readonly revenuePerPartner?: Maybe<Scalars['Euros']['output']>;
  /** From 0 to 1: clicks whose partner and link are known, / all clicks. Not known are those with the verdicts UNKNOWN_PARTNER and UNKNOWN_LINK. Null without clicks. */
  readonly shareAttributed?: Maybe<Scalars['Float']['output']>;
  /** Last UTC day of the period: today, as far as it has come. */
  readonly to: Scalars['LocalDate']['output'];
  /** At most 10 of the partners who earned in the period: most euros first, then most clicks. */
  readonly topPartners: ReadonlyArray<PartnerRevenue>;
  /** Withdrawals requested in the period by where they stand now: each status once, zeros included. */
  readonly withdrawals: ReadonlyArray<WithdrawalTotal>;
};

/** One UTC day of the period. */
export type StatsDay = {
  /** All clicks of the day, whatever their verdict. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Those of them that count. */
  readonly counted: Scalars['SafeInt']['output'];
  /** The UTC day. */
  readonly day: Scalars['LocalDate']['output'];
  /** Euros that these earned. */
  readonly earned: Scalars['Euros']['output'];
  /** Euros of the withdrawals that were marked as paid on that day. */
  readonly paid: Scalars['Euros']['output'];
};

/** An admin suspended a partner, or let them back in. */
export type StatusChange = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** E-mail address of the admin who did it. */
  readonly byEmail: Scalars['String']['output'];
  /** Stable id of the change. */
  readonly id: Scalars['ID']['output'];
  /** Why, in the admin's words. */
  readonly reason: Scalars['String']['output'];
  /** What the partner became. */
  readonly status: PartnerStatus;
};

export type Subscription = {
  /** The signed-in partner's balance: once at the start, then whenever their money moves. */
  readonly balanceChanged: Balance;
  /** Withdrawals as they change: a partner's own, an admin's all. */
  readonly withdrawalChanged: Withdrawal;
};

/** Whether an event counts, and if not, why. */
export type Verdict =
  | 'BOT'
  | 'COUNTED'
  | 'DUPLICATE'
  | 'INVALIDATED'
  | 'PREFETCH'
  | 'SELF_CLICK'
  | 'SUSPENDED'
  | 'UNKNOWN_LINK'
  | 'UNKNOWN_PARTNER'
  | 'VELOCITY';

/** Clicks of the period that got one verdict. */
export type VerdictTotal = {
  /** How many clicks; views and conversions are not among them. */
  readonly clicks: Scalars['SafeInt']['output'];
  /** Whether they counted, and if not, why. */
  readonly verdict: Verdict;
};

/** Who is signed in. */
export type Viewer = {
  /** The address that signs in, in lower case. */
  readonly email: Scalars['String']['output'];
  /** Of the partner or the admin. */
  readonly id: Scalars['ID']['output'];
  /** Language of the person's pages and mails. */
  readonly locale: Locale;
  /** Whether a partner may be shown on the public board; null for admins, who never are. */
  readonly onLeaderboard?: Maybe<Scalars['Boolean']['output']>;
  /** What this person is here. */
  readonly role: Role;
};

/** Most counted clicks of one visitor for one partner, in any span of that length. */
export type VisitorLimits = {
  /** In 24 hours. */
  readonly perDay: Scalars['Int']['output'];
  /** In an hour. */
  readonly perHour: Scalars['Int']['output'];
  /** In 10 minutes. */
  readonly perTenMinutes: Scalars['Int']['output'];
};

/** A partner's request to be paid. */
export type Withdrawal = {
  /** How much, in euros: whole cents. */
  readonly amount: Scalars['Euros']['output'];
  /** When it was approved or rejected; null until then. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it is paid to, masked: `m•••@example.org`, `FR76 •••• 0189`. A copy: later edits do not reach it. */
  readonly destination: Scalars['String']['output'];
  /** Its history, oldest first. */
  readonly events: ReadonlyArray<WithdrawalEvent>;
  /** Admins only: where to pay, in full. Null once it is paid or rejected. Looking at it is logged. */
  readonly fullDestination?: Maybe<Destination>;
  /** Stable id of the withdrawal. */
  readonly id: Scalars['ID']['output'];
  /** How it is paid. */
  readonly method: PayoutMethod;
  /** When it was marked as paid; null until then. */
  readonly paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** Admins only: who asked for it. */
  readonly partner: Partner;
  /** Why it was rejected; null unless it was. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Reference of the payment; null until paid. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  readonly status: WithdrawalStatus;
  /** Grows by one with each change of status; send it back with a decision. */
  readonly version: Scalars['Int']['output'];
};

/** A page of Withdrawal entries, newest first unless said otherwise. */
export type WithdrawalConnection = {
  /** The entries of this page. */
  readonly edges: ReadonlyArray<WithdrawalEdge>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** How many entries the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A Withdrawal and its place in the list. */
export type WithdrawalEdge = {
  /** Opaque place of this entry, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry itself. */
  readonly node: Withdrawal;
};

/** One change of a withdrawal's status. Never edited, never removed. */
export type WithdrawalEvent = {
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** Who did it. */
  readonly byRole: Role;
  /** Status before; null for the request itself. */
  readonly fromStatus?: Maybe<WithdrawalStatus>;
  /** Stable id of the change. */
  readonly id: Scalars['ID']['output'];
  /** The reason of a rejection or the reference of a payment. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Status after. */
  readonly toStatus: WithdrawalStatus;
};

/** Order of withdrawals: by when they were asked for, or by amount. */
export type WithdrawalSort =
  | 'LARGEST'
  | 'NEWEST'
  | 'OLDEST'
  | 'SMALLEST';

/** Where a withdrawal stands: requested, approved, then paid; or rejected, which returns the money. */
export type WithdrawalStatus =
  | 'APPROVED'
  | 'PAID'
  | 'REJECTED'
  | 'REQUESTED';

/** Withdrawals that were requested in the period and stand at one status today. */
export type WithdrawalTotal = {
  /** How many withdrawals. */
  readonly count: Scalars['Int']['output'];
  /** Where they stand now, not at the end of the period. */
  readonly status: WithdrawalStatus;
  /** Their amounts together, in euros. */
  readonly sum: Scalars['Euros']['output'];
};
