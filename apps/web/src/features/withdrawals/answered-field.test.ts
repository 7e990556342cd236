import { expect, it } from "vitest";
import type { Refusal } from "../../lib/refusal.ts";
import { answeredField, mayPassLater } from "./answered-field.ts";

it.each<[Refusal, string | null]>([
  [{ code: "INVALID_DESTINATION", details: { field: "holder", reason: "" } }, "holder"],
  [{ code: "INVALID_DESTINATION", details: { field: "iban", reason: "" } }, "iban"],
  [{ code: "INVALID_DESTINATION", details: { field: "savedId", reason: "" } }, null],
  [{ code: "INVALID_DESTINATION", details: { reason: "" } }, null],
  [{ code: "BAD_USER_INPUT", details: { field: "amount", reason: "" } }, "amount"],
  [{ code: "INSUFFICIENT_BALANCE", details: { available: "1.00", asked: "2.00" } }, "amount"],
  [{ code: "BELOW_MINIMUM", details: { minimum: "10.00", asked: "2.00" } }, "amount"],
  [{ code: "ACCOUNT_SUSPENDED", details: {} }, null],
])("%o is about the field %s, and would be refused again", (refusal, field) => {
  expect(answeredField(refusal)).toBe(field);
  expect(mayPassLater(refusal)).toBe(false);
});

it("may go through later when the line or the server failed", () => {
  expect(mayPassLater(null)).toBe(true);
  expect(mayPassLater({ code: "SERVICE_UNAVAILABLE", details: {} })).toBe(true);
});
