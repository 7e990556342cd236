import { EVENT_KINDS, type EventKind } from "@contentflow/domain/click";
import { isDay } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import { isUuid, parseSessionId } from "@contentflow/domain/session-id";
import type { PendingBatchEvent } from "./batch-event.ts";
import { isBot } from "./bot.ts";
import { referrerHost } from "./referrer-host.ts";

/** An event of another server. Its id is what makes sending it again harmless, so it cannot be missing. */
export interface SentEvent extends PendingBatchEvent {
  readonly id: string;
}

const MAX_ID = 200;
const MAX_CODE = 64;
const MAX_PLATFORM = 64;
const MAX_POST_ID = 128;
const MAX_VALUE = 64;
/** Far beyond what browsers send. Neither header is stored, so the rest is simply not looked at. */
const MAX_HEADER = 4_096;

const CONTROL = /\p{Cc}/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * One event as another server sends it: `id`, `kind`, `sessionId` and `occurredAt`, and perhaps `linkCode`, `platform`,
 * `postId`, `userAgent`, `referrer` and `value`. A field that is null is absent; fields nobody asked for are ignored.
 * How old it may be is the caller's business.
 * @throws DomainError INVALID_EVENT, INVALID_SESSION_ID
 */
export function parseEvent(raw: unknown): SentEvent {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    throw refuse(undefined, "must be an object");
  const fields = raw as Readonly<Record<string, unknown>>;
  const id = text(fields, "id", MAX_ID);
  if (id === undefined) throw refuse("id", "is missing");
  const kind = fields["kind"];
  if (!isKind(kind)) throw refuse("kind", `must be one of ${EVENT_KINDS.join(", ")}`);
  const { partnerId, visitor } = parseSessionId(fields["sessionId"]);
  const occurredAt = parseInstant(fields["occurredAt"]);
  const linkCode = text(fields, "linkCode", MAX_CODE);
  // Not every server knows its visitor's user agent; one that says it was empty does.
  const userAgent = optionalHeader(fields, "userAgent");
  return {
    id,
    kind,
    occurredAt,
    partnerId: isUuid(partnerId) ? partnerId.toLowerCase() : partnerId,
    visitor,
    ...(linkCode !== undefined && { linkCode }),
    bot: userAgent !== undefined && isBot(userAgent),
    platform: text(fields, "platform", MAX_PLATFORM) ?? null,
    postId: text(fields, "postId", MAX_POST_ID) ?? null,
    referrerHost: referrerHost(optionalHeader(fields, "referrer")),
    value: parseValue(fields),
  };
}

function isKind(kind: unknown): kind is EventKind {
  return EVENT_KINDS.some((known) => known === kind);
}

function parseInstant(value: unknown): Date {
  if (value === undefined || value === null) throw refuse("occurredAt", "is missing");
  // JavaScript would turn the 30th of February into a day in March.
  if (typeof value === "string" && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const instant = new Date(value);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  throw refuse("occurredAt", 'must be a time such as "2026-03-28T12:00:00Z"');
}

function text(fields: Readonly<Record<string, unknown>>, field: string, max: number): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw refuse(field, "must be text");
  if (value.length === 0 || value.length > max) throw refuse(field, `must have 1 to ${max} characters`);
  if (CONTROL.test(value) || !value.isWellFormed())
    throw refuse(field, "must not contain control characters");
  return value;
}

/** What a visitor's browser claims may hold anything. */
function optionalHeader(fields: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw refuse(field, "must be text");
  return value.slice(0, MAX_HEADER);
}

/** What a conversion was worth to the advertiser: kept as it was said, never calculated with. */
function parseValue(fields: Readonly<Record<string, unknown>>): string | null {
  const value = fields["value"];
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return text(fields, "value", MAX_VALUE) ?? null;
}

function refuse(field: string | undefined, reason: string): DomainError {
  return new DomainError("INVALID_EVENT", { ...(field !== undefined && { field }), reason });
}
