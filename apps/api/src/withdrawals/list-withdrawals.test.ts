import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { done, reject, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
let partner: SignedIn;
const asked: string[] = [];

beforeAll(async () => {
  test = await createTestApp();
  partner = await signedInPartner(test);
  test.setNow("2026-03-01T12:00:00Z");
  await earn(test, partner.id, "900.00");
  for (let n = 0; n < 5; n += 1) {
    // Two at the same instant: the id has to decide between them.
    test.setNow(`2026-03-01T12:0${Math.floor(n / 2)}:00Z`);
    const { id, version } = done(await request(partner, "10.00"));
    asked.unshift(id);
    if (n === 0) done(await reject(await signedInAdmin(test), { id, version }));
  }
});
afterAll(() => test.close());

interface Page {
  withdrawals: {
    totalCount: number;
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  };
}

async function page(variables: Record<string, unknown>, person = partner) {
  return person.client.graphql<Page>(
    `query ($first: Int, $after: String, $status: WithdrawalStatus) {
      withdrawals(first: $first, after: $after, status: $status) {
        totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    { first: 20, ...variables },
  );
}

describe("a partner's withdrawals", () => {
  it("come newest first, page by page, without gaps or repeats", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await page({ first: 2, after });
      expect(data?.withdrawals.totalCount).toBe(5);
      seen.push(...(data?.withdrawals.edges.map(({ node }) => node.id) ?? []));
      after = data?.withdrawals.pageInfo.hasNextPage ? data.withdrawals.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(asked));
    expect(seen[0]).toBe(asked[0]);
    expect(seen[4]).toSatisfy((id: string) => asked.slice(3).includes(id));
  });

  it("can be narrowed down to a status", async () => {
    const { data } = await page({ status: "REJECTED" });
    expect(data?.withdrawals).toMatchObject({ totalCount: 1, edges: [{ node: { id: asked[4] } }] });
  });

  it("are nobody else's", async () => {
    const { data } = await page({}, await signedInPartner(test));
    expect(data?.withdrawals).toMatchObject({ totalCount: 0, edges: [] });
  });

  it.each([{ first: 0 }, { first: 101 }, { after: "nonsense" }, { after: "WyJ4Il0" }])(
    "refuse the page %j",
    async (bad) => {
      expect((await page(bad)).code).toBe("BAD_USER_INPUT");
    },
  );
});
