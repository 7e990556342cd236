/**
 * Every refusal the product can utter: its code and the facts needed to explain it. One list for the API, which
 * throws them, and the web, which words them in the reader's language.
 * Details are JSON: strings, numbers, booleans, arrays of strings. Amounts are exact decimal strings in euros.
 */
export interface ErrorDetails {
  UNAUTHENTICATED: Record<string, never>;
  FORBIDDEN: Record<string, never>;
  /** Also said of somebody else's object: the two must not be told apart. */
  NOT_FOUND: { what?: string };
  BAD_USER_INPUT: { field?: string; reason: string };
  BELOW_MINIMUM: { minimum: string; asked: string };
  INSUFFICIENT_BALANCE: { available: string; asked: string };
  METHOD_NOT_ALLOWED: { method: string; allowed: readonly string[] };
  INVALID_DESTINATION: { field?: string; reason: string };
  INVALID_TRANSITION: { from: string; to: string };
  /** `expected` and `actual` are versions: the one seen by the client and the one stored. */
  CONFLICT: { reason?: string; expected?: number; actual?: number };
  IDEMPOTENCY_CONFLICT: { idempotencyKey?: string };
  /** `count`: how many withdrawals of the partner are neither paid nor rejected. */
  OPEN_WITHDRAWALS: { count: number };
  LINK_EXPIRED: Record<string, never>;
  RATE_LIMITED: { retryAfterSeconds?: number };
  ACCOUNT_SUSPENDED: Record<string, never>;
  /** The host of a tracked link's destination is not one that links may lead to. */
  DESTINATION_NOT_ALLOWED: { host: string; allowed: readonly string[] };
  INVALID_SESSION_ID: { reason?: string };
  INVALID_EVENT: { field?: string; reason: string };
  PAYLOAD_TOO_LARGE: { limit: number; unit: "bytes" | "events" };
  SERVICE_UNAVAILABLE: { retryAfterSeconds?: number };
  INTERNAL_SERVER_ERROR: { requestId?: string };
}

export type ErrorCode = keyof ErrorDetails;

const MESSAGES: { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string } = {
  UNAUTHENTICATED: () => "Sign in first.",
  FORBIDDEN: () => "Your account is not allowed to do this.",
  NOT_FOUND: ({ what }) => `${what ?? "What you asked for"} was not found.`,
  BAD_USER_INPUT: ({ field, reason }) => `${field ?? "Input"}: ${reason}.`,
  BELOW_MINIMUM: ({ minimum, asked }) => `The minimum is ${minimum} €, you asked for ${asked} €.`,
  INSUFFICIENT_BALANCE: ({ available, asked }) => `${available} € are available, you asked for ${asked} €.`,
  METHOD_NOT_ALLOWED: ({ method, allowed }) =>
    `The payout method ${method} is not offered. Choose one of: ${allowed.join(", ")}.`,
  INVALID_DESTINATION: ({ field, reason }) => `${field ?? "Destination"}: ${reason}.`,
  INVALID_TRANSITION: ({ from, to }) =>
    `A withdrawal that is ${from} cannot become ${to}. Reload to see where it stands.`,
  CONFLICT: ({ reason }) => `${reason ?? "This was changed in the meantime"}. Reload and try again.`,
  IDEMPOTENCY_CONFLICT: () =>
    "This idempotency key was already used with other content. Use a new key for a new request.",
  OPEN_WITHDRAWALS: ({ count }) =>
    `${count === 1 ? "A withdrawal is" : `${count} withdrawals are`} still open. Wait until ${count === 1 ? "it is" : "they are"} paid or rejected.`,
  LINK_EXPIRED: () => "This sign-in link has expired or was already used. Ask for a new one.",
  RATE_LIMITED: ({ retryAfterSeconds }) => `Too many attempts. Try again ${soon(retryAfterSeconds)}.`,
  ACCOUNT_SUSPENDED: () => "This account is suspended. Write to the support to find out why.",
  DESTINATION_NOT_ALLOWED: ({ host, allowed }) =>
    `Links may not lead to ${host}. Allowed: ${allowed.join(", ")}.`,
  INVALID_SESSION_ID: ({ reason }) => `The session id must be "<partner id>:<visitor>"${because(reason)}.`,
  INVALID_EVENT: ({ field, reason }) => `Event${field === undefined ? "" : ` field ${field}`}: ${reason}.`,
  PAYLOAD_TOO_LARGE: ({ limit, unit }) =>
    `At most ${limit} ${unit} are taken at once. Send less per request.`,
  SERVICE_UNAVAILABLE: ({ retryAfterSeconds }) =>
    `The service cannot answer right now. Try again ${soon(retryAfterSeconds)}.`,
  INTERNAL_SERVER_ERROR: ({ requestId }) =>
    `Something went wrong on our side. Try again later${requestId === undefined ? "" : ` or give the support this request id: ${requestId}`}.`,
};

function soon(seconds: number | undefined): string {
  return seconds === undefined ? "later" : `in ${seconds} second${seconds === 1 ? "" : "s"}`;
}

function because(reason: string | undefined): string {
  return reason === undefined ? "" : `: ${reason}`;
}

/** All codes. Read off the table of messages, which the compiler holds complete, so it cannot miss one. */
export const ERROR_CODES = Object.keys(MESSAGES) as readonly ErrorCode[];

/** Details may be left out only where none of them is required. */
type DetailsArgument<C extends ErrorCode> =
  Record<never, never> extends ErrorDetails[C] ? [details?: ErrorDetails[C]] : [details: ErrorDetails[C]];

/**
 * A refusal that a person or a client can act upon. The message is English, made from code and details, and holds
 * nothing that the details don't: it is safe to show.
 */
export class DomainError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "DomainError";
  readonly code: C;
  readonly details: ErrorDetails[C];

  constructor(code: C, ...[given]: DetailsArgument<C>) {
    const details = (given ?? {}) as ErrorDetails[C];
    super(MESSAGES[code](details));
    this.code = code;
    this.details = details;
  }
}

/** The union over all codes: comparing `code` narrows `details`. */
export type AnyDomainError = { [C in ErrorCode]: DomainError<C> }[ErrorCode];

export function isDomainError(error: unknown): error is AnyDomainError {
  return error instanceof DomainError;
}
