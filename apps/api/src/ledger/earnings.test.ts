import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
let partner: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  test.setNow("2026-03-02T12:00:00Z");
  partner = await signedInPartner(test);
  await earn(test, partner.id, "0.20", "2026-02-27");
  await earn(test, partner.id, "0.0035", "2026-03-02");
  await earn(test, partner.id, "0.20", "2026-03-02");
});
afterAll(() => test.close());

describe("earnings by day", () => {
  it("have no gaps and end today", async () => {
    const { data } = await partner.client.graphql("{ earnings(days: 4) { day clicks earned } }");
    expect(data).toEqual({
      earnings: [
        { day: "2026-02-27", clicks: 1, earned: "0.20" },
        { day: "2026-02-28", clicks: 0, earned: "0.00" },
        { day: "2026-03-01", clicks: 0, earned: "0.00" },
        { day: "2026-03-02", clicks: 2, earned: "0.2035" },
      ],
    });
  });

  it("are of 90 days unless said otherwise", async () => {
    const { data } = await partner.client.graphql<{ earnings: { day: string }[] }>("{ earnings { day } }");
    expect(data?.earnings).toHaveLength(90);
    expect(data?.earnings[0]?.day).toBe("2025-12-03");
  });

  it.each([0, -1, 367])("refuse %i days", async (days) => {
    const answer = await partner.client.graphql("query ($days: Int!) { earnings(days: $days) { day } }", {
      days,
    });
    expect(answer).toMatchObject({
      code: "BAD_USER_INPUT",
      errors: [{ extensions: { details: { field: "days" } } }],
    });
  });
});
