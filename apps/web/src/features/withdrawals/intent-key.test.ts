import { expect, it } from "vitest";
import type { Order } from "./check-draft.ts";
import { keyFor } from "./intent-key.ts";

const order: Order = { amount: "25.00", method: "PAYPAL", destination: { email: "me@example.org" } };

it("keeps the key of an order that is sent again", () => {
  const first = keyFor(order, null);
  expect(keyFor({ ...order }, first)).toBe(first);
});

it("makes a new key for another order", () => {
  const first = keyFor(order, null);
  expect(keyFor({ ...order, amount: "26.00" }, first).key).not.toBe(first.key);
});
