import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { schema } from "../../schema.ts";
import { TestClient } from "../../testing/client.ts";
import { createTestApp, type TestApp } from "../../testing/test-app.ts";
import { LIMITS } from "./limits.ts";
import { measureDocument } from "./measure-document.ts";

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

/** As deep as asked, with a field that no type has where ours end: nothing of it may be validated. */
const deep = (levels: number) => `${"{ a ".repeat(levels)}${"}".repeat(levels)}`;
/** Every fragment spreads the next one twice. */
const bomb = (generations: number) =>
  `{ me { ...f0 } } ${times(generations, (i) => `fragment f${i} on Viewer { ...f${i + 1} ...f${i + 1} }`)}
   fragment f${generations} on Viewer { id }`;

const REFUSED: readonly (readonly [string, string, string])[] = [
  ["600 aliases", `{ ${times(600, (i) => `a${i}: me { id }`)} }`, "fields"],
  ["21 aliases", `{ ${times(21, (i) => `a${i}: me { id }`)} }`, "aliases"],
  ["a depth of 15", deep(15), "nests deeper"],
  ["a depth of 11", deep(11), "nests deeper"],
  [
    "a depth that fragments hide",
    "{ ...a } fragment a on Query { a { b { c { d { e { ...b } } } } } } fragment b on X { f { g { h { i { j { k } } } } } }",
    "nests deeper",
  ],
  ["a fragment bomb of 2^20", bomb(20), "fields"],
  ["a fragment bomb of 2^200", bomb(200), "fields"],
  ["2,000 repeated fields", `{ me { ${"id ".repeat(2_000)} } }`, "fields"],
  [
    "2,000 repeated fields in a fragment that nobody uses",
    `{ me { id } } fragment f on Viewer { ${"id ".repeat(1_900)} }`,
    "fields",
  ],
  ["a fragment of itself", "{ me { ...f } } fragment f on Viewer { id ...f }", "nests deeper"],
  [
    "two fragments of each other",
    "{ me { ...f } } fragment f on Viewer { ...g } fragment g on Viewer { ...f }",
    "nests deeper",
  ],
  ["many directives", `{ me { id ${"@include(if: true) ".repeat(21)} } }`, "directives"],
  [
    "lists in lists",
    "{ admin { partners(first: 100) { edges { node { withdrawals(first: 100) { edges { node { id } } } } } } } }",
    "5000 objects",
  ],
];

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

/** With a cookie, so that whatever runs has to ask whose it is. */
function signedOut(): TestClient {
  const client = new TestClient(test.server);
  client.cookie = "session=of-nobody";
  return client;
}

/** How often a resolver asked who asks. */
function whoAsks(looked: { mock: { calls: unknown[][] } }): number {
  return looked.mock.calls.filter(([asked]) => JSON.stringify(asked).includes("find-viewer")).length;
}

describe("AC-36 what costs too much", () => {
  it.each(REFUSED)("is refused at once: %s", async (_what, query, reason) => {
    const looked = vi.spyOn(test.app.database.pool, "query");
    const answers = [];
    for (let i = 0; i < 3; i += 1) {
      const start = performance.now();
      const answer = await signedOut().graphql(query);
      answers.push({ ...answer, took: performance.now() - start });
    }
    // A busy machine can make one of them wait, but not all.
    const took = Math.min(...answers.map((answer) => answer.took));
    const { status, code, errors = [], data } = answers[0] ?? {};
    expect(errors).toHaveLength(1);
    expect({ status, code, data }).toEqual({ status: 400, code: "BAD_USER_INPUT", data: null });
    expect(errors[0]?.extensions.details?.["reason"]).toContain(reason);
    expect(took).toBeLessThan(100);
    expect(whoAsks(looked)).toBe(0);
    looked.mockRestore();
  });

  it.each([
    ["a list of fields without end", `{ ${"me ".repeat(5_000)} }`],
    ["1,000 aliases", `{ ${times(1_000, (i) => `a${i}: me { id }`)} }`],
  ])("is refused by its tokens before it is read to the end: %s", async (_what, query) => {
    const { status, code } = await new TestClient(test.server).graphql(query);
    expect({ status, code }).toEqual({ status: 400, code: "GRAPHQL_PARSE_FAILED" });
  });

  it.each([
    ["its default", "query ($n: Int! = 100)", {}],
    ["what is sent", "query ($n: Int!)", { n: 100 }],
  ])("takes the length of a list from a variable: %s", async (_what, head, variables) => {
    const query = `${head} { admin { partners(first: $n) { edges { node { withdrawals(first: $n) { edges { node { id } } } } } } } }`;
    const { status, errors } = await new TestClient(test.server).graphql(query, variables);
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain("5000 objects");
  });

  it("is refused in the address of a GET as well", async () => {
    const variables = JSON.stringify({ n: 100 });
    const query =
      "query ($n: Int!) { admin { partners(first: $n) { edges { node { withdrawals(first: $n) { edges { node { id } } } } } } } }";
    const response = await test.server.http.inject({ url: "/graphql", query: { query, variables } });
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain("5000 objects");
  });
});

describe("what is within the limits", () => {
  it.each([
    ["twenty aliases", `{ ${times(20, (i) => `a${i}: me { id }`)} }`],
    ["300 fields", `{ me { ${"id ".repeat(299)} } }`],
    ["introspection", "{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }"],
    ["a long page", "{ leaderboard { rank name clicks } program { epc } }"],
  ])("is answered: %s", async (_what, query) => {
    const looked = vi.spyOn(test.app.database.pool, "query");
    const { code, data } = await signedOut().graphql(query);
    if (query.includes("me {")) expect(whoAsks(looked)).toBe(1);
    looked.mockRestore();
    expect(code).toBeUndefined();
    expect(data).not.toBeNull();
  });

  it("measures what it says", () => {
    const document = parse(
      "{ a: admin { partners(first: 3) { edges { node { id ...f @skip(if: false) } } } } } fragment f on Partner { balance { earned } }",
    );
    const [operation] = measureDocument(schema, document, {});
    // admin, the connection, and three times edge, partner and balance.
    expect(operation).toEqual({ depth: 6, fields: 7, aliases: 1, directives: 1, cost: 11 });
    expect(operation?.depth).toBeLessThanOrEqual(LIMITS.depth);
  });
});

describe("AC-39 what may change something", () => {
  const mutation = 'mutation { requestMagicLink(email: "forged@example.org") { email } }';

  it.each([
    ["by GET", { method: "GET" as const, url: `/graphql?query=${encodeURIComponent(mutation)}` }],
    [
      "as a form",
      { headers: { "content-type": "application/x-www-form-urlencoded" }, payload: `query=${mutation}` },
    ],
    ["as text", { headers: { "content-type": "text/plain" }, payload: JSON.stringify({ query: mutation }) }],
    ["from another site", { headers: { origin: "https://evil.example" }, payload: { query: mutation } }],
    ["in a batch", { payload: [{ query: mutation }] }],
  ])("is refused %s, and nothing changes", async (_how, request) => {
    const response = await test.server.http.inject({ method: "POST", url: "/graphql", ...request });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(await test.database.sql("select 1 from magic_links")).toHaveLength(0);
  });
});

describe("AC-40 what cannot be read", () => {
  it.each([
    ["200 kB", JSON.stringify({ query: `{ me { id } } #${"x".repeat(200_000)}` })],
    ["null", "null"],
    ["broken JSON", '{"query": "{ me'],
    ["nothing", ""],
    ["a number", "7"],
    ["a list", "[]"],
    ["an empty object", "{}"],
    ["a query that is none", '{"query": {"a": 1}}'],
    ["variables that are none", '{"query": "{ me { id } }", "variables": "x"}'],
    ["half a query", '{"query": "{ me {"}'],
  ])("is refused as JSON without a stack: %s", async (_what, payload) => {
    const headers = { "content-type": "application/json" };
    const response = await test.server.http.inject({ method: "POST", url: "/graphql", headers, payload });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers["content-type"]).toContain("json");
    expect(JSON.stringify(response.json())).not.toMatch(/stack|node_modules|\.ts:|\.js:/);
  });
});
