import { randomUUID } from "node:crypto";
import { parseEuros } from "@contentflow/domain/money";
import { isIntrospectionType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audienceOf } from "./graphql/audience.ts";
import { schema } from "./schema.ts";
import { askSocket } from "./testing/ask-socket.ts";
import { TestClient } from "./testing/client.ts";
import { earn, signedInAdmin, signedInPartner } from "./testing/people.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";
import { changesNothing } from "./testing/unchanged.ts";
import { approveWithdrawal } from "./withdrawals/approve-withdrawal.ts";
import { requestWithdrawal } from "./withdrawals/request-withdrawal.ts";

/** Who asks. `other` is a partner who asks for what belongs to `partner`. */
const ACTORS = ["nobody", "partner", "other", "suspended", "admin"] as const;
type Actor = (typeof ACTORS)[number];

/** What each of them gets, in this order: `OK`, or the code of the refusal. */
type Outcomes = readonly [string, string, string, string, string];

const ANYONE: Outcomes = ["OK", "OK", "OK", "OK", "OK"];
const ACCOUNTS: Outcomes = ["UNAUTHENTICATED", "OK", "OK", "ACCOUNT_SUSPENDED", "OK"];
const PARTNERS: Outcomes = ["UNAUTHENTICATED", "OK", "OK", "ACCOUNT_SUSPENDED", "FORBIDDEN"];
const ADMINS: Outcomes = ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "ACCOUNT_SUSPENDED", "OK"];
const OWNER: Outcomes = ["UNAUTHENTICATED", "OK", "NOT_FOUND", "ACCOUNT_SUSPENDED", "NOT_FOUND"];

type Operation = string | ((actor: Actor) => string | Promise<string>);

/** Every operation and every field with an audience: who may use it, and the smallest valid way to do so. */
const TABLE: Record<string, readonly [Outcomes, Operation]> = {
  "Query.me": [ANYONE, "{ me { id } }"],
  "Query.program": [ANYONE, "{ program { epc } }"],
  "Query.leaderboard": [ANYONE, "{ leaderboard { rank } }"],
  "Query.leaderboardPlace": [PARTNERS, "{ leaderboardPlace { rank } }"],
  "Query.sessions": [ACCOUNTS, "{ sessions { id } }"],
  "Query.balance": [PARTNERS, "{ balance { available } }"],
  "Query.earnings": [PARTNERS, "{ earnings(days: 1) { earned } }"],
  "Query.withdrawals": [PARTNERS, "{ withdrawals { totalCount } }"],
  "Query.links": [PARTNERS, "{ links { totalCount } }"],
  "Query.link": [
    ["UNAUTHENTICATED", "OK", "NOT_FOUND", "ACCOUNT_SUSPENDED", "FORBIDDEN"],
    async () => `{ link(code: "${await linkOfPartner()}") { id } }`,
  ],
  "Query.signInAs": [ANYONE, '{ signInAs(token: "made-up") }'],
  "Query.savedDestinations": [PARTNERS, "{ savedDestinations { id } }"],
  "Query.admin": [ADMINS, "{ admin { __typename } }"],

  "Mutation.requestMagicLink": [
    ANYONE,
    () => `mutation { requestMagicLink(email: "${randomUUID()}@example.org") { email } }`,
  ],
  "Mutation.signIn": [
    ["LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED"],
    'mutation { signIn(token: "made-up") { id } }',
  ],
  "Mutation.signOut": [ANYONE, "mutation { signOut }"],
  "Mutation.setLocale": [ACCOUNTS, "mutation { setLocale(locale: FR) { id } }"],
  "Mutation.endSession": [OWNER, async () => `mutation { endSession(id: "${await sessionOfPartner()}") }`],
  "Mutation.createLink": [
    PARTNERS,
    'mutation { createLink(input: { destination: "https://example.org/" }) { id } }',
  ],
  "Mutation.setLeaderboardListing": [PARTNERS, "mutation { setLeaderboardListing(listed: true) { id } }"],
  "Mutation.requestWithdrawal": [
    PARTNERS,
    () => `mutation { requestWithdrawal(input: {
      amount: "10.00", method: PAYPAL, destination: { email: "me@example.org" }, idempotencyKey: "${randomUUID()}"
    }) { id } }`,
  ],
  "Mutation.approveWithdrawal": [
    ADMINS,
    async () => `mutation { approveWithdrawal(id: "${await withdrawal()}", version: 1) { id } }`,
  ],
  "Mutation.rejectWithdrawal": [
    ADMINS,
    async () => `mutation { rejectWithdrawal(id: "${await withdrawal()}", version: 1, reason: "no") { id } }`,
  ],
  "Mutation.markWithdrawalPaid": [
    ADMINS,
    async () =>
      `mutation { markWithdrawalPaid(id: "${await approved()}", version: 2, reference: "R1") { id } }`,
  ],
  "Mutation.suspendPartner": [
    ADMINS,
    async () => `mutation { suspendPartner(id: "${await partnerWhoIs("active")}", reason: "spam") { id } }`,
  ],
  "Mutation.reactivatePartner": [
    ADMINS,
    async () =>
      `mutation { reactivatePartner(id: "${await partnerWhoIs("suspended")}", reason: "sorry") { id } }`,
  ],
  "Mutation.eraseAccount": [
    // With their own address it would be done, and with it the rest of this table.
    ["UNAUTHENTICATED", "BAD_USER_INPUT", "BAD_USER_INPUT", "ACCOUNT_SUSPENDED", "FORBIDDEN"],
    'mutation { eraseAccount(confirmEmail: "somebody-else@example.org") }',
  ],
  "Mutation.correctBalance": [
    ADMINS,
    () => `mutation { correctBalance(input: {
      partnerId: "${partnerId}", kind: BONUS, amount: "1.00", reason: "sorry", idempotencyKey: "${randomUUID()}"
    }) { id } }`,
  ],
  "Mutation.invalidateClicks": [
    ADMINS,
    async () =>
      `mutation { invalidateClicks(eventIds: ["${await countedClick()}"], reason: "a script") { id } }`,
  ],

  "Admin.withdrawals": [ADMINS, "{ admin { withdrawals { totalCount } } }"],
  "Admin.withdrawal": [ADMINS, async () => `{ admin { withdrawal(id: "${await withdrawal()}") { id } } }`],
  "Admin.partners": [ADMINS, "{ admin { partners { totalCount } } }"],
  "Admin.partner": [ADMINS, () => ofPartner("id")],
  "Admin.stats": [ADMINS, "{ admin { stats { from } } }"],
  "Admin.events": [ADMINS, "{ admin { events { edges { cursor } } } }"],
  "Admin.ledgerCheck": [ADMINS, "{ admin { ledgerCheck { ok } } }"],

  "Partner.balance": [ADMINS, () => ofPartner("balance { available }")],
  "Partner.withdrawals": [ADMINS, () => ofPartner("withdrawals { totalCount }")],
  "Partner.ledger": [ADMINS, () => ofPartner("ledger { edges { cursor } }")],
  "Partner.events": [ADMINS, () => ofPartner("events { edges { cursor } }")],
  "Partner.statusChanges": [ADMINS, () => ofPartner("statusChanges { id }")],
  "Link.recentClicks": [PARTNERS, "{ links { edges { node { recentClicks { edges { cursor } } } } } }"],
  "LedgerEntry.byEmail": [ADMINS, () => ofPartner("ledger { edges { node { byEmail } } }")],
  "MetricEvent.linkCode": [ADMINS, "{ admin { events { edges { node { linkCode } } } } }"],

  "Withdrawal.partner": [ADMINS, (actor) => ofWithdrawals(actor, "partner { id }")],
  "Withdrawal.fullDestination": [ADMINS, (actor) => ofWithdrawals(actor, "fullDestination { email }")],
};

/** The same over a socket, where `OK` is to be told something. */
const SUBSCRIPTIONS: Record<string, readonly [Outcomes, string]> = {
  "Subscription.balanceChanged": [PARTNERS, "subscription { balanceChanged { available } }"],
  "Subscription.withdrawalChanged": [ACCOUNTS, "subscription { withdrawalChanged { id } }"],
};

let test: TestApp;
let partnerId: string;
let otherId: string;
let socketUrl: string;
let adminId: string;
beforeAll(async () => {
  test = await createTestApp();
  socketUrl = `${(await test.server.listen(0)).replace("http", "ws")}/graphql`;
  adminId = (await signedInAdmin(test, "admin@contentflow.example")).id;
  for (const actor of ["partner", "other", "suspended"] as const) {
    const { id } = await signedInPartner(test, `${actor}@example.org`);
    if (actor === "partner") partnerId = id;
    if (actor === "other") otherId = id;
    await withdrawal(id);
    await earn(test, id, "100.00");
  }
  await test.database.sql("update partners set status = 'suspended' where email = 'suspended@example.org'");
});
afterAll(() => test.close());

it("AC-33 knows every operation and every field that says who may use it", () => {
  const declared = { ...Object.fromEntries(coordinates().map(({ place }) => [place, true])) };
  expect([...Object.keys(TABLE), ...Object.keys(SUBSCRIPTIONS)].sort()).toEqual(Object.keys(declared).sort());
});

describe.each(Object.entries(SUBSCRIPTIONS))("AC-33 %s", (_, [outcomes, query]) => {
  it.each(ACTORS.map((actor, index) => [actor, outcomes[index]] as const))(
    "for %s: %s",
    async (actor, outcome) => {
      const { cookie } = await clientOf(actor);
      let told: string | undefined;
      const asking = askSocket(socketUrl, query, cookie).then((first) => {
        told = first;
      });
      // Some tell nothing until something of one's own happens.
      while (told === undefined) await withdrawal(actor === "other" ? otherId : partnerId);
      await asking;
      expect(told).toBe(outcome);
    },
  );
});

describe.each(Object.entries(TABLE))("AC-33 %s", (_, [outcomes, operation]) => {
  it.each(ACTORS.map((actor, index) => [actor, outcomes[index]] as const))(
    "for %s: %s",
    async (actor, outcome) => {
      const query = typeof operation === "string" ? operation : await operation(actor);
      const client = await clientOf(actor);
      const ask = () => client.graphql(query);
      const { code } = outcome === "OK" ? await ask() : await changesNothing(test, ask);
      expect(code ?? "OK").toBe(outcome);
    },
  );
});

describe("somebody else's object", () => {
  it("is refused byte for byte like one that does not exist", async () => {
    const { client } = await signedInPartner(test, "other@example.org");
    const theirs = await client.graphql(`mutation { endSession(id: "${await sessionOfPartner()}") }`);
    const madeUp = await client.graphql(`mutation { endSession(id: "${randomUUID()}") }`);
    expect(theirs).toEqual(madeUp);
    expect(theirs.code).toBe("NOT_FOUND");
    const theirLink = await client.graphql(`{ link(code: "${await linkOfPartner()}") { id } }`);
    expect(theirLink).toEqual(await client.graphql('{ link(code: "made-up") { id } }'));
    expect(theirLink).toEqual(await client.graphql('{ link(code: "no code at all") { id } }'));
    expect(theirLink.code).toBe("NOT_FOUND");
  });
});

/** What the schema says: all operations, and every other field with an audience. */
function coordinates(): { place: string; audience: string | undefined }[] {
  const roots = ["Query", "Mutation", "Subscription"];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .map((field) => ({ place: `${type.name}.${field.name}`, audience: audienceOf(field) }))
        .filter(({ audience }) => audience !== undefined || roots.includes(type.name)),
    );
}

/** A session of its own for each question: some operations end it. */
async function clientOf(actor: Actor): Promise<TestClient> {
  if (actor === "nobody") return new TestClient(test.server);
  if (actor === "admin") return (await signedInAdmin(test, "admin@contentflow.example")).client;
  return (await signedInPartner(test, `${actor}@example.org`)).client;
}

function ofPartner(selection: string): string {
  return `{ admin { partner(id: "${partnerId}") { ${selection} } } }`;
}

/** Admins reach withdrawals through `admin`, everybody else through their own list. */
function ofWithdrawals(actor: Actor, selection: string): string {
  const list = `withdrawals { edges { node { ${selection} } } }`;
  return actor === "admin" ? `{ admin { ${list} } }` : `{ ${list} }`;
}

async function sessionOfPartner(): Promise<string> {
  const { client } = await signedInPartner(test, "partner@example.org");
  const { data } = await client.graphql<{ sessions: { id: string }[] }>("{ sessions { id } }");
  return data?.sessions[0]?.id ?? "";
}

async function linkOfPartner(): Promise<string> {
  await test.database.sql(
    "insert into links (code, partner_id, destination) values ('partners-own', $1, 'https://example.org/') on conflict do nothing",
    [partnerId],
  );
  return "partners-own";
}

async function withdrawal(of = partnerId): Promise<string> {
  await earn(test, of, "10.00");
  const { id } = await requestWithdrawal(test.app, of, {
    amount: parseEuros("10.00"),
    method: "paypal",
    destination: { email: "me@example.org" },
    idempotencyKey: randomUUID(),
  });
  return id;
}

async function approved(): Promise<string> {
  const id = await withdrawal();
  await approveWithdrawal(test.app, { id, version: 1, adminId });
  return id;
}

async function partnerWhoIs(status: "active" | "suspended"): Promise<string> {
  const [row] = await test.database.sql<{ id: string }>(
    "insert into partners (email, status) values ($1, $2) returning id",
    [`${randomUUID()}@example.org`, status],
  );
  return row?.id ?? "";
}

async function countedClick(): Promise<string> {
  await earn(test, partnerId, "1.00");
  const [row] = await test.database.sql<{ id: string }>(
    "select max(id)::text as id from metric_events where partner_id = $1",
    [partnerId],
  );
  return row?.id ?? "";
}
