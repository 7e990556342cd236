import { describe, expect, it } from "vitest";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { csvAddress, matches, readQueueFilter, withFilter } from "./queue-filter.ts";

const read = (search: string) => readQueueFilter(new URLSearchParams(search));

const REQUEST: RequestGridRowFragment = {
  id: "w1",
  amount: "12.34",
  method: "PAYPAL",
  destination: "m•••@example.org",
  status: "REQUESTED",
  version: 1,
  requestedAt: "2026-11-20T10:00:00.000Z",
  reason: null,
  reference: "PP-77",
  partner: { id: "p1", email: "lea@example.org", status: "ACTIVE", locale: "FR", erasedAt: null },
};

describe("the filter in the address", () => {
  it("is what waits for a decision, longest first, when nothing is said", () => {
    expect(read("")).toEqual({ status: "REQUESTED", method: null, search: "", sort: "OLDEST" });
  });

  it("reads everything there is to say", () => {
    expect(read("status=paid&method=bank&q=+Lea+&sort=largest")).toEqual({
      status: "PAID",
      method: "BANK",
      search: "Lea",
      sort: "LARGEST",
    });
    expect(read("status=all")).toMatchObject({ status: null, sort: "NEWEST" });
  });

  it("takes nonsense for nothing", () => {
    expect(read("status=lost&method=gold&sort=up")).toEqual(read(""));
  });

  it("changes one part and leaves the rest of the address alone", () => {
    const params = new URLSearchParams("days=7&status=paid");
    expect(`${withFilter(params, "sort", "LARGEST")}`).toBe("days=7&status=paid&sort=largest");
    expect(`${withFilter(params, "status", null)}`).toBe("days=7");
  });
});

describe("a request that comes in", () => {
  it.each([
    ["", true],
    ["status=approved", false],
    ["status=all", true],
    ["method=bank", false],
    ["q=LEA%40", true],
    ["q=pp-7", true],
    ["q=w1", true],
    ["q=marc", false],
  ])("?%s: %s", (search, expected) => {
    expect(matches(read(search), REQUEST)).toBe(expected);
  });
});

it("exports what is filtered", () => {
  expect(csvAddress(read("status=paid&method=bank&q=lea%40x&sort=largest"))).toBe(
    "/admin/withdrawals.csv?status=PAID&method=BANK&search=lea%40x&sort=LARGEST",
  );
  expect(csvAddress(read("status=all"))).toBe("/admin/withdrawals.csv?sort=NEWEST");
});
