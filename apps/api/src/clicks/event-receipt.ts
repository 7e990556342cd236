import { hash } from "node:crypto";

/**
 * Under what an event is remembered as recorded: the first 128 bits of its sender's id, hashed, as a uuid. One namespace
 * for HTTP and files, so that an event sent both ways is still one event.
 */
export function receiptOf(eventId: string): string {
  const hex = hash("sha256", eventId, "hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
