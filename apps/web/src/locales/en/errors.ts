import type { ErrorWords } from "../../lib/error-text.ts";

/** Every refusal in words: a code added to the domain does not compile until it has its own here. */
export const errors: ErrorWords = {
  refused: {
    UNAUTHENTICATED: () => "Your session has ended. Sign in again to go on.",
    FORBIDDEN: () => "This account isn’t allowed to do that.",
    NOT_FOUND: () => "We can’t find that. It may have been removed, or the address is wrong.",
    BAD_USER_INPUT: ({ field }) =>
      field ? `Please check “${field}”: we can’t use it as it is.` : "Please check what you entered.",
    BELOW_MINIMUM: ({ minimum, asked }, { money }) =>
      `The minimum is ${money(minimum)}; you asked for ${money(asked)}.`,
    INSUFFICIENT_BALANCE: ({ available, asked }, { money }) =>
      `You have ${money(available)} available; you asked for ${money(asked)}.`,
    METHOD_NOT_ALLOWED: ({ allowed }, { list }) =>
      `This way of being paid isn’t offered. Choose ${list(methods(allowed))}.`,
    INVALID_DESTINATION: ({ field }) =>
      field === "iban"
        ? "This IBAN isn’t valid. Check it against your bank’s."
        : field === "holder"
          ? "Enter the account holder’s name as it stands on a bank statement: letters, digits and simple signs."
          : "We can’t pay to this address. Check it.",
    INVALID_TRANSITION: () => "Somebody has decided on this request already. Here is where it stands now.",
    CONFLICT: () => "This has changed in the meantime. Look at it again, then decide.",
    IDEMPOTENCY_CONFLICT: () =>
      "This request was sent before with other details. Check your history, then start again.",
    OPEN_WITHDRAWALS: ({ count }) =>
      count === 1
        ? "One of your withdrawals is still open. Once it is paid or declined, you can erase your account."
        : `${count} of your withdrawals are still open. Once they are paid or declined, you can erase your account.`,
    LINK_EXPIRED: () => "This link has expired or was used already. Ask for a new one.",
    RATE_LIMITED: ({ retryAfterSeconds }) => `Too many attempts. Try again ${soon(retryAfterSeconds)}.`,
    ACCOUNT_SUSPENDED: () => "This account is suspended. Write to us to find out why.",
    DESTINATION_NOT_ALLOWED: ({ host, allowed }, { list }) =>
      `Links can’t lead to ${host}. They can lead to ${list(allowed)}.`,
    INVALID_SESSION_ID: () => "The session id of this event isn’t valid.",
    INVALID_EVENT: ({ field }) => (field ? `This event isn’t valid: ${field}.` : "This event isn’t valid."),
    PAYLOAD_TOO_LARGE: ({ limit, unit }, { integer }) =>
      `That is too much at once: the limit is ${integer(limit)} ${unit}.`,
    SERVICE_UNAVAILABLE: ({ retryAfterSeconds }) =>
      `We can’t answer right now. Try again ${soon(retryAfterSeconds)}.`,
    INTERNAL_SERVER_ERROR: ({ requestId }) =>
      `Something went wrong on our side. Try again in a moment.${requestId ? ` If it stays, tell us this number: ${requestId}` : ""}`,
  },
  unreachable: "We couldn’t reach the server. Check your connection and try again.",
};

const METHODS: Record<string, string> = { paypal: "PayPal", bank: "bank transfer" };

function methods(names: readonly string[]): string[] {
  return names.map((name) => METHODS[name.toLowerCase()] ?? name);
}

function soon(seconds: number | undefined): string {
  if (seconds === undefined) return "later";
  const inMinutes = seconds > 90;
  const format = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  return format.format(inMinutes ? Math.ceil(seconds / 60) : seconds, inMinutes ? "minute" : "second");
}
