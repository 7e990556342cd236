import { expect, it } from "vitest";
import { createCache } from "./cache.ts";
import { BalanceDocument, ErasePanelDocument, LinksDocument } from "./generated/graphql.ts";

const pageInfo = (endCursor: string, hasNextPage: boolean) => ({
  __typename: "PageInfo" as const,
  endCursor,
  hasNextPage,
});

function page(...ids: string[]) {
  return {
    links: {
      __typename: "LinkConnection",
      totalCount: 3,
      edges: ids.map((id) => ({ __typename: "LinkEdge", node: link(id) })),
      pageInfo: pageInfo(ids.at(-1) ?? "", !ids.includes("c")),
    },
  };
}

function link(id: string) {
  return {
    __typename: "Link",
    id,
    code: id,
    url: `https://go.example/r/${id}`,
    destination: "https://example.org/",
    title: null,
    epc: "0.20",
    clicks: 0,
    earned: "0.00",
    createdAt: "2026-03-03T12:00:00Z",
  };
}

it("appends the next page to a list", () => {
  const cache = createCache();
  cache.writeQuery({ query: LinksDocument, variables: { first: 2 }, data: page("a", "b") });
  cache.writeQuery({ query: LinksDocument, variables: { first: 2, after: "b" }, data: page("c") });
  const links = cache.readQuery({ query: LinksDocument, variables: { first: 2 } })?.links;
  expect(links?.edges.map(({ node }) => node.id)).toEqual(["a", "b", "c"]);
  expect(links?.pageInfo.hasNextPage).toBe(false);
});

it("does not take the one link that the portal asks for as the whole list", () => {
  const cache = createCache();
  cache.writeQuery({ query: LinksDocument, variables: { first: 1 }, data: page("a") });
  expect(cache.readQuery({ query: LinksDocument, variables: { first: 20 } })).toBeNull();
});

it("keeps the whole balance when a page asks for a part of it", () => {
  const cache = createCache();
  const balance = {
    __typename: "Balance" as const,
    available: "30.00",
    pending: "0.00",
    paid: "0.00",
    earned: "30.00",
    debt: "0.00",
    clicks: 150,
    epc: "0.20",
    lapsingNext: null,
  };
  const none = { __typename: "WithdrawalConnection" as const, totalCount: 0 };
  cache.writeQuery({ query: BalanceDocument, data: { balance } });
  const part = { __typename: "Balance" as const, available: "40.00" };
  const panel = { balance: part, requested: none, approved: none };
  cache.writeQuery({ query: ErasePanelDocument, data: panel });
  expect(cache.readQuery({ query: BalanceDocument })?.balance).toEqual({ ...balance, available: "40.00" });
});
