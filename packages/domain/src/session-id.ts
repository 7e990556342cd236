import { DomainError } from "./errors.ts";

export interface SessionId {
  readonly partnerId: string;
  readonly visitor: string;
}

const PARTNER_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** Printable ASCII without space and colon. */
const VISITOR = /^[!-9;-~]{1,128}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Takes `<partner id>:<visitor>` apart. Says nothing about whether the partner exists. Throws INVALID_SESSION_ID. */
export function parseSessionId(text: unknown): SessionId {
  const refuse = (reason: string) => new DomainError("INVALID_SESSION_ID", { reason });
  if (typeof text !== "string") throw refuse("not a string");
  const colon = text.indexOf(":");
  if (colon < 0) throw refuse("no colon");
  if (colon !== text.lastIndexOf(":")) throw refuse("more than one colon");
  const partnerId = text.slice(0, colon);
  const visitor = text.slice(colon + 1);
  if (!PARTNER_ID.test(partnerId)) throw refuse("the partner id must be 1 to 64 letters, digits, _ or -");
  if (!VISITOR.test(visitor))
    throw refuse("the visitor must be 1 to 128 printable ASCII characters without spaces");
  return { partnerId, visitor };
}

/** Whether the text is a UUID of any version, in either case. Look before asking a uuid column: it throws otherwise. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}
