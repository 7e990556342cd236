import type { BookedEvent } from "./batch-totals.ts";
import { isoTime } from "./iso-time.ts";
import { mapInSlices } from "./map-in-slices.ts";

interface Column {
  readonly name: string;
  readonly type: string;
  /** The event's entry in an array as PostgreSQL reads it. */
  entry(one: BookedEvent): string;
}

const NULL = "NULL";

const COLUMNS: readonly Column[] = [
  { name: "booked_on", type: "date", entry: ({ bookedOn }) => bookedOn },
  { name: "occurred_at", type: "timestamptz", entry: ({ event }) => isoTime(event.occurredAt) },
  { name: "epc", type: "bigint", entry: ({ epc }) => epc.toString() },
  { name: "partner_id", type: "uuid", entry: ({ partnerId }) => partnerId ?? NULL },
  { name: "link_id", type: "uuid", entry: ({ linkId }) => linkId ?? NULL },
  { name: "kind", type: "event_kind", entry: ({ event }) => event.kind },
  { name: "verdict", type: "verdict", entry: ({ verdict }) => verdict },
  { name: "visitor", type: "text", entry: ({ event }) => quoted(event.visitor) },
  { name: "platform", type: "text", entry: ({ event }) => quoted(event.platform) },
  { name: "post_id", type: "text", entry: ({ event }) => quoted(event.postId) },
  { name: "referrer_host", type: "text", entry: ({ event }) => quoted(event.referrerHost) },
  { name: "value", type: "text", entry: ({ event }) => quoted(event.value) },
];

/** The columns of `metric_events` that a batch fills. */
export const EVENT_COLUMNS = COLUMNS.map(({ name }) => name).join(", ");

/** An array of each column, in the order of `eventArrays`, as the first parameters of a statement. */
export const EVENT_ARRAYS = COLUMNS.map(({ type }, index) => `$${index + 1}::${type}[]`).join(", ");

/** The first parameter after them is this one. */
export const AFTER_EVENT_ARRAYS = COLUMNS.length + 1;

/**
 * A batch by columns. The server reads arrays in half the time that it takes for a JSON object of each event, and the
 * driver would write all of them in one go.
 */
export async function eventArrays(booked: readonly BookedEvent[]): Promise<string[]> {
  const rows = await mapInSlices(booked, (one) => COLUMNS.map(({ entry }) => entry(one)));
  return COLUMNS.map((_, index) => arrayOf(rows.map((row) => row[index] ?? NULL)));
}

/** What shorter arrays lack is null: a column in which nothing is need not be written out. */
function arrayOf(entries: readonly string[]): string {
  return entries.every((entry) => entry === NULL) ? "{}" : `{${entries.join()}}`;
}

function quoted(text: string | null | undefined): string {
  return text === null || text === undefined ? NULL : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
