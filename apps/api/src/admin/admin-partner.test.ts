import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

describe("what admins do to a partner", () => {
  const STANDING = (name: string) =>
    `mutation ($id: ID!, $reason: String!) { ${name}(id: $id, reason: $reason) { id status statusChanges { status reason byEmail } } }`;

  it("suspends and lets back in, each once, with the reason kept", async () => {
    const partner = await signedInPartner(test);
    const variables = { id: partner.id, reason: "asked bots for clicks" };
    const suspended = await admin.client.graphql(STANDING("suspendPartner"), variables);
    const entry = { status: "SUSPENDED", reason: "asked bots for clicks", byEmail: admin.email };
    expect(suspended.data).toEqual({
      suspendPartner: { id: partner.id, status: "SUSPENDED", statusChanges: [entry] },
    });
    expect((await admin.client.graphql(STANDING("suspendPartner"), variables)).code).toBe("CONFLICT");
    expect((await partner.client.graphql("{ balance { available } }")).code).toBe("UNAUTHENTICATED");
    const back = await admin.client.graphql(STANDING("reactivatePartner"), {
      ...variables,
      reason: "was mistaken",
    });
    expect(back.data).toEqual({
      reactivatePartner: {
        id: partner.id,
        status: "ACTIVE",
        statusChanges: [{ status: "ACTIVE", reason: "was mistaken", byEmail: admin.email }, entry],
      },
    });
  });

  it("takes back clicks, and shows the partner's new balance in the same answer", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "3.00");
    await earn(test, partner.id, "4.00");
    const [newest] = await test.database.sql<{ id: string }>(
      "select max(id)::text as id from metric_events where partner_id = $1",
      [partner.id],
    );
    const { data, errors } = await admin.client.graphql(
      `mutation ($ids: [ID!]!) { invalidateClicks(eventIds: $ids, reason: "a script") {
        id balance { available } events { edges { node { verdict } } }
      } }`,
      { ids: [newest?.id] },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      invalidateClicks: {
        id: partner.id,
        balance: { available: "3.00" },
        events: { edges: [{ node: { verdict: "INVALIDATED" } }, { node: { verdict: "COUNTED" } }] },
      },
    });
  });

  it.each([
    ["suspendPartner", "someone", "", "BAD_USER_INPUT"],
    ["suspendPartner", randomUUID(), "reason", "NOT_FOUND"],
    ["reactivatePartner", "no id", "reason", "NOT_FOUND"],
  ])("%s of %s for %j: %s", async (name, id, reason, code) => {
    expect((await admin.client.graphql(STANDING(name), { id, reason })).code).toBe(code);
  });
});
