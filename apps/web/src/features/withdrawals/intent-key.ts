import type { Order } from "./check-draft.ts";

/** An idempotency key and the content it was made for. */
export interface KeptKey {
  key: string;
  content: string;
}

/** The kept key if it was made for this very order, else a new one. */
export function keyFor(order: Order, kept: KeptKey | null): KeptKey {
  const content = JSON.stringify(order);
  return kept?.content === content ? kept : { key: crypto.randomUUID(), content };
}
