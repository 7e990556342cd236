import type { Verdict } from "@contentflow/domain/click";
import { type AnyDomainError, DomainError, isDomainError } from "@contentflow/domain/errors";
import { assertRecent } from "./event-age.ts";
import { parseEvent, type SentEvent } from "./parse-event.ts";
import type { RecordingApp } from "./record-events.ts";
import type { RecordBatch } from "./record-in-lanes.ts";

/** What became of one event, by its place in the request. */
export interface EventResult {
  readonly index: number;
  /** The sender's id, if it gave one that can be repeated. */
  readonly id: string | null;
  readonly status: Verdict | "refused";
  readonly code?: string;
  readonly message?: string;
  readonly replayed?: true;
}

export interface Received {
  readonly results: readonly EventResult[];
  /** Events by status; replays apart, since they say nothing about visitors. */
  readonly summary: Readonly<Record<string, number>>;
}

const MAX_EVENTS = 1_000;

/**
 * Events of another server: each is recorded or refused by itself, all that can be recorded by one call of `record`.
 * @throws DomainError PAYLOAD_TOO_LARGE, for more than a thousand
 */
export async function receiveEvents(
  app: Pick<RecordingApp, "now" | "metrics">,
  sent: readonly unknown[],
  record: RecordBatch,
): Promise<Received> {
  if (sent.length > MAX_EVENTS)
    throw new DomainError("PAYLOAD_TOO_LARGE", { limit: MAX_EVENTS, unit: "events" });
  const now = app.now();
  const parsed = sent.map((raw) => tryParse(raw, now));
  const events = parsed.filter((one): one is SentEvent => !isDomainError(one));
  const recorded = (await record(events)).values();
  const results = parsed.map((one, index): EventResult => {
    if (isDomainError(one)) {
      app.metrics.eventsRefused.inc({ code: one.code });
      return { index, id: idOf(sent[index]), status: "refused", code: one.code, message: one.message };
    }
    const next = recorded.next().value;
    if (!next) throw new Error("fewer events were recorded than were given");
    return { index, id: one.id, status: next.verdict, ...(next.replayed && { replayed: true }) };
  });
  return { results, summary: summarise(results) };
}

function tryParse(raw: unknown, now: Date): SentEvent | AnyDomainError {
  try {
    if (isDomainError(raw)) throw raw;
    const event = parseEvent(raw);
    assertRecent(event.occurredAt, now);
    return event;
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
}

function idOf(raw: unknown): string | null {
  const id = typeof raw === "object" && raw !== null && "id" in raw ? raw.id : null;
  return typeof id === "string" && id.length <= 200 ? id : null;
}

function summarise(results: readonly EventResult[]): Record<string, number> {
  const summary: Record<string, number> = {};
  for (const { status, replayed } of results) {
    const key = replayed ? "replayed" : status;
    summary[key] = (summary[key] ?? 0) + 1;
  }
  return summary;
}
