import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordEvents } from "../clicks/record-events.ts";
import { createLink } from "../links/create-link.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp({ EPC_EUR: "0.20" });
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

interface Edges<Node> {
  totalCount?: number;
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Asks below `admin`, and fails on any error. */
async function ask<Data>(
  selection: string,
  variables: Record<string, unknown> = {},
  declared = "",
): Promise<Data> {
  const { data, errors } = await admin.client.graphql<{ admin: Data }>(
    `query ${declared} { admin { ${selection} } }`,
    variables,
  );
  expect(errors).toEqual([]);
  if (!data) throw new Error("no data");
  return data.admin;
}

async function refusal(
  selection: string,
): Promise<{ code: string | undefined; message: string | undefined }> {
  const { code, errors } = await admin.client.graphql(`{ admin { ${selection} } }`);
  return { code, message: errors[0]?.message };
}

describe("partners", () => {
  const PARTNERS =
    "partners(first: $first, after: $after, search: $search) { totalCount edges { node { id email } } pageInfo { hasNextPage endCursor } }";
  const DECLARED = "($first: Int! = 20, $after: String, $search: String)";
  const find = async (variables: Record<string, unknown>) =>
    (await ask<{ partners: Edges<{ id: string; email: string }> }>(PARTNERS, variables, DECLARED)).partners;
  const emails = async (search: string) => (await find({ search })).edges.map(({ node }) => node.email);

  it("lists them by address, page by page", async () => {
    for (const name of ["zoe", "abe", "kim", "lou"]) {
      await test.database.sql("insert into partners (email) values ($1)", [`${name}@paging.test`]);
    }
    const first = await find({ first: 3, search: "@paging.test" });
    expect(first.edges.map(({ node }) => node.email)).toEqual([
      "abe@paging.test",
      "kim@paging.test",
      "lou@paging.test",
    ]);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const second = await find({ first: 3, search: "@paging.test", after: first.pageInfo.endCursor });
    expect(second.edges.map(({ node }) => node.email)).toEqual(["zoe@paging.test"]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it("finds a part of an address literally, in any case, and a whole id", async () => {
    const [row] = await test.database.sql<{ id: string }>(
      "insert into partners (email) values ('per_cent@search.test'), ('perxcent@search.test'), ('a%b@search.test') returning id",
    );
    expect(await emails(" PER_CENT ")).toEqual(["per_cent@search.test"]);
    expect(await emails("%")).toEqual(["a%b@search.test"]);
    expect(await emails("\\")).toEqual([]);
    expect(await emails("cent@SEARCH")).toEqual(["per_cent@search.test", "perxcent@search.test"]);
    expect(await emails(row?.id ?? "")).toEqual(["per_cent@search.test"]);
    expect(await emails(randomUUID())).toEqual([]);
    expect((await find({ search: " " })).totalCount).toBe((await find({})).totalCount);
  });

  it("refuses a search that no address could match and cursors of other lists", async () => {
    expect((await refusal(`partners(search: "${"x".repeat(255)}") { totalCount }`)).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await refusal('partners(after: "x") { totalCount }')).code).toBe("BAD_USER_INPUT");
    const nul = Buffer.from(JSON.stringify(["a\u0000"])).toString("base64url");
    expect((await refusal(`partners(after: "${nul}") { totalCount }`)).code).toBe("BAD_USER_INPUT");
    expect((await refusal("partners(first: 101) { totalCount }")).code).toBe("BAD_USER_INPUT");
  });
});

describe("partner", () => {
  it("shows one with balance, ledger, events and withdrawals", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "30.00");
    const { data: asked } = await partner.client.graphql<{ requestWithdrawal: { id: string } }>(
      `mutation ($key: String!) { requestWithdrawal(input: {
        amount: "12.00", method: PAYPAL, destination: { email: "me@example.org" }, idempotencyKey: $key
      }) { id } }`,
      { key: randomUUID() },
    );
    const shown = await ask(
      `partner(id: $id) {
        id email status locale
        balance { available pending earned }
        ledger { edges { node { kind debitAccount creditAccount amount withdrawalId } } }
        events { edges { node { kind verdict epc linkCode partnerId } } }
        withdrawals { totalCount edges { node { id amount status partner { id } fullDestination { email } } } }
        statusChanges { status }
      }`,
      { id: partner.id },
      "($id: ID!)",
    );
    const withdrawal = asked?.requestWithdrawal.id;
    expect(shown).toEqual({
      partner: {
        id: partner.id,
        email: partner.email,
        status: "ACTIVE",
        locale: "EN",
        balance: { available: "18.00", pending: "12.00", earned: "30.00" },
        ledger: {
          edges: [
            {
              node: {
                kind: "RESERVE",
                debitAccount: "AVAILABLE",
                creditAccount: "RESERVED",
                amount: "12.00",
                withdrawalId: withdrawal,
              },
            },
            {
              node: {
                kind: "ACCRUAL",
                debitAccount: "PROGRAM",
                creditAccount: "AVAILABLE",
                amount: "30.00",
                withdrawalId: null,
              },
            },
          ],
        },
        events: {
          edges: [
            {
              node: {
                kind: "CLICK",
                verdict: "COUNTED",
                epc: "30.00",
                linkCode: null,
                partnerId: partner.id,
              },
            },
          ],
        },
        withdrawals: {
          totalCount: 1,
          edges: [
            {
              node: {
                id: withdrawal,
                amount: "12.00",
                status: "REQUESTED",
                partner: { id: partner.id },
                fullDestination: { email: "me@example.org" },
              },
            },
          ],
        },
        statusChanges: [],
      },
    });
  });

  it("says the same of an id that does not exist and of one that cannot", async () => {
    const made = await refusal(`partner(id: "${randomUUID()}") { id }`);
    expect(made.code).toBe("NOT_FOUND");
    expect(await refusal('partner(id: "1 or 1=1") { id }')).toEqual(made);
  });

  it("pages through the ledger, newest first", async () => {
    const partner = await signedInPartner(test);
    const today = new Date();
    for (let ago = 5; ago >= 1; ago -= 1) {
      const day = new Date(today.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
      await earn(test, partner.id, `${ago}.00`, day);
    }
    const page = async (after: string | null) =>
      (
        await ask<{ partner: { ledger: Edges<{ amount: string }> } }>(
          "partner(id: $id) { ledger(first: 2, after: $after) { edges { node { amount } } pageInfo { hasNextPage endCursor } } }",
          { id: partner.id, after },
          "($id: ID!, $after: String)",
        )
      ).partner.ledger;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    const third = await page(second.pageInfo.endCursor);
    const amounts = [first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.amount));
    expect(amounts).toEqual(["1.00", "2.00", "3.00", "4.00", "5.00"]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    const past = Buffer.from('["9223372036854775808"]').toString("base64url");
    expect(
      (await refusal(`partner(id: "${partner.id}") { ledger(after: "${past}") { edges { cursor } } }`)).code,
    ).toBe("BAD_USER_INPUT");
  });
});

describe("events", () => {
  it("shows all of them, or those of a partner or a verdict, newest first, with their links", async () => {
    const partner = await signedInPartner(test);
    const link = await createLink(test.app, partner.id, { destination: "https://example.org/" });
    const visitor = randomUUID();
    const click = {
      kind: "click" as const,
      partnerId: partner.id,
      linkCode: link.code,
      occurredAt: test.app.now(),
    };
    await recordEvents(test.app, [
      { ...click, visitor },
      { ...click, visitor },
      { ...click, visitor: randomUUID() },
    ]);
    type Events = { events: Edges<{ id: string; verdict: string; linkCode: string; bookedOn: string }> };
    const list = async (args: string) =>
      (
        await ask<Events>(
          `events(${args}) { edges { node { id verdict linkCode bookedOn } } pageInfo { hasNextPage endCursor } }`,
        )
      ).events;
    const own = await list(`partnerId: "${partner.id}"`);
    expect(own.edges.map(({ node }) => [node.verdict, node.linkCode])).toEqual([
      ["COUNTED", link.code],
      ["DUPLICATE", link.code],
      ["COUNTED", link.code],
    ]);
    expect(own.edges[0]?.node.bookedOn).toBe(test.app.now().toISOString().slice(0, 10));
    const newest = await list("first: 1");
    expect(newest.edges[0]?.node.id).toBe(own.edges[0]?.node.id);
    const next = await list(`first: 1, after: "${newest.pageInfo.endCursor}"`);
    expect(next.edges[0]?.node.id).toBe(own.edges[1]?.node.id);
    expect((await list(`partnerId: "${partner.id}", verdict: DUPLICATE`)).edges).toHaveLength(1);
    expect((await list('partnerId: "no id"')).edges).toEqual([]);
    expect((await list(`partnerId: "${randomUUID()}"`)).edges).toEqual([]);
  });
});

describe("ledgerCheck", () => {
  it("shows the last proof of the books, or nothing before the first", async () => {
    const check = () => ask("ledgerCheck { ok differences }");
    await test.database.sql("delete from ledger_checks");
    expect(await check()).toEqual({ ledgerCheck: null });
    await test.database.sql(`insert into ledger_checks (ok, differences) values (true, '[]')`);
    await test.database.sql(`insert into ledger_checks (ok, differences) values (false, '["one", "two"]')`);
    expect(await check()).toEqual({ ledgerCheck: { ok: false, differences: ["one", "two"] } });
  });
});

describe("withdrawals", () => {
  it("shows those of all partners, with who asked, in one statement for all", async () => {
    const partners = [await signedInPartner(test), await signedInPartner(test)];
    for (const { id, client } of partners) {
      await earn(test, id, "20.00");
      const { errors } = await client.graphql(
        `mutation ($key: String!) { requestWithdrawal(input: {
          amount: "20.00", method: PAYPAL, destination: { email: "me@example.org" }, idempotencyKey: $key
        }) { id } }`,
        { key: randomUUID() },
      );
      expect(errors).toEqual([]);
    }
    const { withdrawals } = await ask<{ withdrawals: Edges<{ partner: { email: string } }> }>(
      "withdrawals(first: 2, status: REQUESTED) { totalCount edges { node { partner { email } } } }",
    );
    expect(withdrawals.edges.map(({ node }) => node.partner.email)).toEqual(
      partners.map(({ email }) => email).reverse(),
    );
  });
});
