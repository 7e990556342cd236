import { describe, expect, it } from "vitest";
import { DomainError, ERROR_CODES, type ErrorCode, type ErrorDetails, isDomainError } from "./errors.ts";

/** One of each, with every detail given; the compiler asks for a new one when a code is added. */
const FULL: { [C in ErrorCode]: ErrorDetails[C] } = {
  UNAUTHENTICATED: {},
  FORBIDDEN: {},
  NOT_FOUND: { what: "The withdrawal" },
  BAD_USER_INPUT: { field: "amount", reason: "must be more than zero" },
  BELOW_MINIMUM: { minimum: "10.00", asked: "9.99" },
  INSUFFICIENT_BALANCE: { available: "42.17", asked: "50.00" },
  METHOD_NOT_ALLOWED: { method: "bank", allowed: ["paypal"] },
  INVALID_DESTINATION: { field: "iban", reason: "the check digits do not fit" },
  INVALID_TRANSITION: { from: "paid", to: "rejected" },
  CONFLICT: { reason: "The withdrawal was approved meanwhile", expected: 1, actual: 2 },
  IDEMPOTENCY_CONFLICT: { idempotencyKey: "k1" },
  OPEN_WITHDRAWALS: { count: 2 },
  LINK_EXPIRED: {},
  RATE_LIMITED: { retryAfterSeconds: 60 },
  ACCOUNT_SUSPENDED: {},
  DESTINATION_NOT_ALLOWED: { host: "evil.example", allowed: ["shop.example"] },
  INVALID_SESSION_ID: { reason: "no colon" },
  INVALID_EVENT: { field: "kind", reason: "must be click, view or conversion" },
  PAYLOAD_TOO_LARGE: { limit: 1000, unit: "events" },
  SERVICE_UNAVAILABLE: { retryAfterSeconds: 1 },
  INTERNAL_SERVER_ERROR: { requestId: "r-1" },
};

const make = (code: ErrorCode, details: object): DomainError =>
  Reflect.construct(DomainError, [code, details]);

describe("DomainError", () => {
  it("knows exactly these codes", () => {
    expect(ERROR_CODES.toSorted()).toEqual(Object.keys(FULL).toSorted());
  });

  it.each(ERROR_CODES)(
    "%s says a whole sentence, with and without the details that may be missing",
    (code) => {
      const error = make(code, FULL[code]);
      expect(error).toMatchObject({ name: "DomainError", code, details: FULL[code] });
      expect(error.message).toMatch(/^.{10,}\.$/);
      expect(error.message).not.toContain("undefined");
      expect(JSON.parse(JSON.stringify(error.details))).toEqual(FULL[code]);
    },
  );

  it("explains itself with the numbers", () => {
    expect(new DomainError("BELOW_MINIMUM", { minimum: "10.00", asked: "9.99" }).message).toBe(
      "The minimum is 10.00 €, you asked for 9.99 €.",
    );
    expect(
      new DomainError("METHOD_NOT_ALLOWED", { method: "bank", allowed: ["paypal", "cash"] }).message,
    ).toContain("paypal, cash");
    expect(new DomainError("RATE_LIMITED", { retryAfterSeconds: 1 }).message).toContain("in 1 second.");
    expect(new DomainError("RATE_LIMITED", { retryAfterSeconds: 90 }).message).toContain("in 90 seconds.");
  });

  it("needs no details where none is required", () => {
    const bare = [
      new DomainError("UNAUTHENTICATED"),
      new DomainError("NOT_FOUND"),
      new DomainError("CONFLICT"),
      new DomainError("RATE_LIMITED"),
      new DomainError("INVALID_SESSION_ID"),
      new DomainError("INTERNAL_SERVER_ERROR"),
      new DomainError("BAD_USER_INPUT", { reason: "is wrong" }),
      new DomainError("INVALID_EVENT", { reason: "is wrong" }),
    ];
    for (const error of bare) expect(error.message).toMatch(/^[A-Z].*[a-z>"]\.$/);
    for (const error of bare) expect(error.message).not.toMatch(/undefined|\[object/);
    expect(bare[0]?.details).toEqual({});
  });

  it("is told from other errors, and its code tells the details", () => {
    const error: unknown = new DomainError("INVALID_TRANSITION", { from: "paid", to: "approved" });
    expect(isDomainError(error) && error.code === "INVALID_TRANSITION" && error.details.from).toBe("paid");
    expect(error).toBeInstanceOf(Error);
    for (const other of [new Error("x"), null, undefined, { code: "FORBIDDEN", details: {} }]) {
      expect(isDomainError(other)).toBe(false);
    }
  });
});
