import { describe, expect, it } from "vitest";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { canDecide, decided } from "./decision.ts";

const REQUEST: RequestGridRowFragment = {
  id: "w1",
  amount: "12.34",
  method: "PAYPAL",
  destination: "m•••@example.org",
  status: "REQUESTED",
  version: 1,
  requestedAt: "2026-11-20T10:00:00.000Z",
  reason: null,
  reference: null,
  partner: { id: "p1", email: "lea@example.org", status: "ACTIVE", locale: "FR", erasedAt: null },
};

describe("what can be decided", () => {
  it.each([
    ["REQUESTED", ["approve", "reject"]],
    ["APPROVED", ["reject", "pay"]],
    ["PAID", []],
    ["REJECTED", []],
  ] as const)("of one that is %s", (status, possible) => {
    const kinds = ["approve", "reject", "pay"] as const;
    expect(kinds.filter((kind) => canDecide(status, kind))).toEqual(possible);
  });
});

describe("a decided request", () => {
  it("is one version on, and shows what was decided", () => {
    expect(decided(REQUEST, { kind: "approve" })).toEqual({
      ...REQUEST,
      status: "APPROVED",
      version: 2,
    });
    expect(decided(REQUEST, { kind: "reject", reason: "No such account" })).toMatchObject({
      status: "REJECTED",
      reason: "No such account",
    });
    expect(decided(REQUEST, { kind: "pay", reference: "PP-1" })).toMatchObject({
      status: "PAID",
      reference: "PP-1",
    });
  });
});
