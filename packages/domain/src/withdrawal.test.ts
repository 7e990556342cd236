import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { microEuros, parseEuros } from "./money.ts";
import {
  assertTransition,
  assertWithdrawable,
  canTransition,
  PAYOUT_METHODS,
  type PayoutMethod,
  transitionEffect,
  WITHDRAWAL_STATUSES,
  WITHDRAWAL_TRANSITIONS,
  type WithdrawalTerms,
} from "./withdrawal.ts";

describe("transitions", () => {
  const allowed = ["requested>approved", "requested>rejected", "approved>rejected", "approved>paid"];
  const pairs = WITHDRAWAL_STATUSES.flatMap((from) => WITHDRAWAL_STATUSES.map((to) => [from, to] as const));

  it.each(pairs)("%s to %s: only if it is one of the four", (from, to) => {
    const fine = allowed.includes(`${from}>${to}`);
    expect(canTransition(from, to)).toBe(fine);
    if (fine) {
      expect(() => assertTransition(from, to)).not.toThrow();
    } else {
      const refusal = expect.objectContaining({ code: "INVALID_TRANSITION", details: { from, to } });
      expect(() => assertTransition(from, to)).toThrow(refusal);
      expect(() => transitionEffect(from, to)).toThrow(refusal);
    }
  });

  it("settle on payment and return on rejection", () => {
    expect(transitionEffect("requested", "approved")).toBeNull();
    expect(transitionEffect("requested", "rejected")).toBe("return");
    expect(transitionEffect("approved", "rejected")).toBe("return");
    expect(transitionEffect("approved", "paid")).toBe("settle");
  });

  it("move a withdrawal's money at most once, whatever path it takes, and end with it moved", () => {
    const walk = (from: (typeof WITHDRAWAL_STATUSES)[number], moved: number): void => {
      const next = WITHDRAWAL_TRANSITIONS.filter((transition) => transition.from === from);
      expect(moved).toBe(next.length === 0 ? 1 : 0);
      for (const { to, effect } of next) walk(to, moved + (effect === null ? 0 : 1));
    };
    walk("requested", 0);
  });

  it("are a constant: nobody adds one while running", () => {
    expect(() => Reflect.apply(Array.prototype.push, WITHDRAWAL_TRANSITIONS, [{}])).toThrow(TypeError);
    expect(WITHDRAWAL_TRANSITIONS.every((transition) => Object.isFrozen(transition))).toBe(true);
  });
});

describe("assertWithdrawable", () => {
  const terms: WithdrawalTerms = {
    amount: parseEuros("10"),
    available: parseEuros("42.17"),
    minimum: parseEuros("10"),
    method: "paypal",
    methods: PAYOUT_METHODS,
  };
  const trying = (change: Partial<WithdrawalTerms>) => () => assertWithdrawable({ ...terms, ...change });
  const refusal = (code: string, details: object) => expect.objectContaining({ code, details });

  it("lets pass exactly the minimum and exactly what is available", () => {
    expect(trying({})).not.toThrow();
    expect(trying({ amount: parseEuros("42.17") })).not.toThrow();
    expect(trying({ amount: parseEuros("42.17"), available: microEuros(42_179_999n) })).not.toThrow();
    expect(trying({ amount: parseEuros("0.01"), minimum: microEuros(0n) })).not.toThrow();
  });

  it.each([0n, -10_000_000n])("refuses %s: not positive", (amount) => {
    expect(trying({ amount: microEuros(amount), minimum: microEuros(0n) })).toThrow(
      refusal("BAD_USER_INPUT", { field: "amount", reason: "must be more than zero" }),
    );
  });

  it("refuses fractions of a cent", () => {
    expect(trying({ amount: microEuros(20_000_001n) })).toThrow(
      refusal("BAD_USER_INPUT", { field: "amount", reason: "must be whole cents" }),
    );
  });

  it("refuses a method that is not offered, naming those that are", () => {
    expect(trying({ method: "bank", methods: ["paypal"] })).toThrow(
      refusal("METHOD_NOT_ALLOWED", { method: "bank", allowed: ["paypal"] }),
    );
    expect(trying({ method: Object("cash") as PayoutMethod })).toThrow(
      expect.objectContaining({ code: "METHOD_NOT_ALLOWED" }),
    );
  });

  it("refuses a cent less than the minimum, with both numbers", () => {
    expect(trying({ amount: parseEuros("9.99") })).toThrow(
      refusal("BELOW_MINIMUM", { minimum: "10.00", asked: "9.99" }),
    );
  });

  it("refuses a cent more than available, with available rounded down to the cent", () => {
    expect(trying({ amount: parseEuros("42.18"), available: microEuros(42_179_999n) })).toThrow(
      refusal("INSUFFICIENT_BALANCE", { available: "42.17", asked: "42.18" }),
    );
  });

  it("names the first reason: a partner with 3 € who asks for 5 learns of the minimum", () => {
    const poor = { amount: parseEuros("5"), available: parseEuros("3") };
    expect(trying(poor)).toThrow(expect.objectContaining({ code: "BELOW_MINIMUM" }));
    expect(trying({ ...poor, methods: [] })).toThrow(expect.objectContaining({ code: "METHOD_NOT_ALLOWED" }));
    expect(trying({ ...poor, methods: [], amount: microEuros(5n) })).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT" }),
    );
  });

  it("passes only whole cents between the minimum and what is available", () => {
    const near = fc.bigInt({ min: -30_000n, max: 30_000n }).map((n) => microEuros(10_000_000n + n));
    fc.assert(
      fc.property(near, near, near, (amount, available, minimum) => {
        const fine = amount % 10_000n === 0n && amount >= minimum && amount <= available;
        const attempt = expect(trying({ amount, available, minimum }));
        if (fine) attempt.not.toThrow();
        else attempt.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });
});
