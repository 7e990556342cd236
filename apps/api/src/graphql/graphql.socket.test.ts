import { createClient } from "graphql-ws";
import { afterEach, expect, it } from "vitest";
import WebSocket from "ws";
import { TRUSTED_OPERATIONS } from "../generated/trusted-operations.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
afterEach(() => test.close());

interface Refusal {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** The codes that an operation is refused with over a WebSocket, or "answered". */
async function ask(
  query: string,
  origin = TEST_ORIGIN,
  extensions: Record<string, unknown> = {},
): Promise<readonly (string | undefined)[] | "answered" | "closed"> {
  const url = `${(await test.server.listen(0)).replace("http", "ws")}/graphql`;
  class FromOrigin extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { origin } });
    }
  }
  const client = createClient({ url, webSocketImpl: FromOrigin, retryAttempts: 0 });
  try {
    return await new Promise((resolve) => {
      client.subscribe(
        { query, extensions },
        {
          next: ({ errors }) =>
            resolve(errors?.map(({ extensions }) => String(extensions?.["code"])) ?? "answered"),
          error: (refused) =>
            resolve(
              Array.isArray(refused)
                ? (refused as Refusal[]).map(({ extensions }) => extensions?.code)
                : "closed",
            ),
          complete: () => {},
        },
      );
    });
  } finally {
    await client.dispose();
  }
}

it.each([
  ["a query", "{ program { epc } }", "BAD_REQUEST"],
  ["a mutation", 'mutation { requestMagicLink(email: "a@example.org") { email } }', "BAD_REQUEST"],
  ["a typo", "subscription { balanceChangd { available } }", "GRAPHQL_VALIDATION_FAILED"],
  ["what cannot be read", "subscription {", "GRAPHQL_PARSE_FAILED"],
  ["more than any operation needs", `subscription { ${"a ".repeat(5_000)} }`, "GRAPHQL_PARSE_FAILED"],
  ["AC-36 what nests too deep", `subscription ${"{ a ".repeat(15)}${"}".repeat(15)}`, "BAD_USER_INPUT"],
  [
    "AC-36 many repeated fields",
    `subscription { balanceChanged { ${"available ".repeat(2_000)} } }`,
    "BAD_USER_INPUT",
  ],
  ["somebody signed out", "subscription { balanceChanged { available } }", "UNAUTHENTICATED"],
])("refuses %s with its code", async (_what, query, code) => {
  test = await createTestApp();
  expect(await ask(query)).toEqual([code]);
  expect(test.mails).toEqual([]);
});

it("answers nothing but the app's own operations where the sandbox is off", async () => {
  test = await createTestApp({ GRAPHQL_SANDBOX: "false" });
  expect(await ask("subscription { balanceChanged { available } }")).toEqual(["BAD_USER_INPUT"]);
});

it("keeps its schema to itself where the sandbox is off", async () => {
  test = await createTestApp({ GRAPHQL_SANDBOX: "false" });
  expect(await ask("subscription { __schema { types { name } } }")).toEqual(["BAD_USER_INPUT"]);
});

it("answers the app's own operations by hash where nothing else is answered", async () => {
  test = await createTestApp({ GRAPHQL_SANDBOX: "false" });
  const [sha256Hash] =
    Object.entries(TRUSTED_OPERATIONS).find(([, text]) => /\bsubscription BalanceChanged\b/.test(text)) ?? [];
  const persistedQuery = { version: 1, sha256Hash };
  expect(await ask("", TEST_ORIGIN, { persistedQuery })).toEqual(["UNAUTHENTICATED"]);
});

it("does not open for another site", async () => {
  test = await createTestApp();
  expect(await ask("subscription { balanceChanged { available } }", "https://evil.example")).toBe("closed");
});
