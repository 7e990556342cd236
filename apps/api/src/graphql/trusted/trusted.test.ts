import { createHash } from "node:crypto";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRUSTED_OPERATIONS } from "../../generated/trusted-operations.ts";
import { schema } from "../../schema.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "../../testing/test-app.ts";
import { assertWithinLimits } from "../limits/assert-within-limits.ts";

const OWN = Object.entries(TRUSTED_OPERATIONS);
const [hash = "", text = ""] = OWN.find(([, one]) => /\bquery Program\b/.test(one)) ?? [];

let closed: TestApp;
beforeAll(async () => {
  closed = await createTestApp({ GRAPHQL_SANDBOX: "false" });
});
afterAll(() => closed.close());

async function post(payload: object) {
  const headers = { "content-type": "application/json", origin: TEST_ORIGIN };
  const response = await closed.server.http.inject({ method: "POST", url: "/graphql", headers, payload });
  const { data, errors } = response.json<{ data?: object; errors?: { extensions: { code: string } }[] }>();
  return { status: response.statusCode, data, code: errors?.[0]?.extensions.code };
}

const persisted = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe("the app's own operations", () => {
  it.each(OWN.map(([key, one]) => [/(?:query|mutation|subscription) (\w+)/.exec(one)?.[1], key, one]))(
    "%s: are valid, within the limits and known by their hash",
    (_name, key = "", one = "") => {
      expect(createHash("sha256").update(one).digest("hex")).toBe(key);
      expect(validate(schema, parse(one))).toEqual([]);
      const variables = { first: 100 };
      expect(() => assertWithinLimits(schema, parse(one), variables)).not.toThrow();
    },
  );

  it("are answered by hash alone, and by their text", async () => {
    const byHash = await post(persisted(hash));
    expect(byHash).toMatchObject({ status: 200, data: { program: { __typename: "Program" } } });
    expect(await post({ query: text })).toEqual(byHash);
    expect(await post({ query: "{ never looked at }", ...persisted(hash) })).toEqual(byHash);
  });
});

describe("any other operation, where introspection is off", () => {
  const refused = { status: 400, data: undefined, code: "BAD_USER_INPUT" };

  it.each([
    ["a query", { query: "{ program { epc } }" }],
    ["the app's own with one space more", { query: `${text} ` }],
    ["a mutation", { query: 'mutation { requestMagicLink(email: "a@example.org") { email } }' }],
    ["introspection", { query: "{ __schema { types { name } } }" }],
    ["an unknown hash", persisted("0".repeat(64))],
    ["the name of something that objects have", persisted("constructor")],
    ["a hash that is none", persisted({ toString: "x" })],
    [
      "a query that wants to be remembered",
      { query: "{ me { id } }", ...persisted(createHash("sha256").update("{ me { id } }").digest("hex")) },
    ],
    ["nothing", {}],
  ])("is refused: %s", async (_what, payload) => {
    expect(await post(payload)).toEqual(refused);
  });

  it("is refused in the address of a GET", async () => {
    const response = await closed.server.http.inject({
      url: "/graphql",
      query: { query: "{ program { epc } }" },
    });
    expect(response.statusCode).toBe(400);
  });
});
