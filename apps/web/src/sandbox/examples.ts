import admin from "./examples/admin.graphql?raw";
import live from "./examples/live.graphql?raw";
import partner from "./examples/partner.graphql?raw";
import open from "./examples/public.graphql?raw";

/** One tab of the sandbox: some operations, and values for all their variables. */
export interface Example {
  query: string;
  variables: string;
}

/** What the sandbox opens with. */
export const EXAMPLES: Example[] = [
  example(open, { period: "LAST_30_DAYS", email: "you@example.org", token: "the token of the mailed link" }),
  example(partner, {
    days: 30,
    first: 10,
    after: null,
    status: null,
    everywhere: false,
    period: "LAST_30_DAYS",
    listed: true,
    code: "the code of a link",
    locale: "FR",
    sessionId: "the id of a session",
    confirmEmail: "your own address; this cannot be undone",
    link: { destination: "https://example.org/article", title: "An article" },
    withdrawal: {
      amount: "25.00",
      method: "PAYPAL",
      destination: { email: "you@example.org" },
      idempotencyKey: "a new one per request, the same one when it is sent again",
    },
  }),
  example(admin, {
    first: 10,
    after: null,
    status: "REQUESTED",
    days: 30,
    method: null,
    sort: "OLDEST",
    search: null,
    partnerId: "the id of a partner",
    verdict: null,
    id: "the id of a withdrawal",
    version: 1,
    reason: "Why, in words for the partner",
    reference: "The reference of the payment",
    eventIds: ["the id of a counted click"],
    correction: {
      partnerId: "the id of a partner",
      kind: "BONUS",
      amount: "5.00",
      reason: "Why, in words for the partner",
      idempotencyKey: "a new one per correction, the same one when it is sent again",
    },
  }),
  example(live, {}),
];

function example(query: string, variables: Record<string, unknown>): Example {
  return { query, variables: JSON.stringify(variables, null, 2) };
}
