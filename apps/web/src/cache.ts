import { InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

/**
 * A list that grows page by page. Those of another page size are other lists: the one link that tells the portal
 * whether there is any must not pass for the whole list elsewhere.
 */
const pages = (...filters: string[]) => relayStylePagination(["first", ...filters]);

/** How answers are kept: by id, and what exists only once is kept once. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        // Asked for in part, too: a part must not take the place of the whole.
        fields: { balance: { merge: true }, links: pages(), withdrawals: pages("status") },
      },
      Admin: {
        keyFields: [],
        fields: {
          events: pages("partnerId", "verdict"),
          partners: pages("search"),
          withdrawals: pages("status", "method", "search", "sort"),
        },
      },
      Link: {
        fields: { recentClicks: pages() },
      },
      Partner: {
        fields: {
          balance: { merge: true },
          events: pages("verdict"),
          ledger: pages(),
          withdrawals: pages("status"),
        },
      },
      Program: { keyFields: [] },
    },
  });
}
