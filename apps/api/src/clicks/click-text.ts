import type { PendingBatchEvent } from "./batch-event.ts";
import { isoTime } from "./iso-time.ts";

/** Clicks as they wait to be recorded, on disk or in the database: one JSON object per line. */
export function writeClicks(clicks: readonly PendingBatchEvent[]): string {
  return clicks
    .map((click) => `${JSON.stringify({ ...click, occurredAt: isoTime(click.occurredAt) })}\n`)
    .join("");
}

/** @throws SyntaxError or RangeError when it is not what `writeClicks` wrote */
export function readClicks(text: string): PendingBatchEvent[] {
  return text.split("\n").filter(Boolean).map(parseClick);
}

function parseClick(line: string): PendingBatchEvent {
  const click = JSON.parse(line) as Omit<PendingBatchEvent, "occurredAt"> & { occurredAt: string };
  return { ...click, occurredAt: new Date(click.occurredAt) };
}
