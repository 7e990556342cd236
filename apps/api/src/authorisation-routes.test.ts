import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "./auth/create-api-key.ts";
import { listApiKeys } from "./auth/list-api-keys.ts";
import { revokeApiKey } from "./auth/revoke-api-key.ts";
import { signedInAdmin, signedInPartner } from "./testing/people.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

const ACTORS = ["nobody", "partner", "suspended", "admin", "a key", "a revoked key"] as const;

type Outcomes = readonly [number, number, number, number, number, number];

const ANYONE: Outcomes = [200, 200, 200, 200, 200, 200];
const PARTNERS: Outcomes = [401, 200, 403, 403, 401, 401];
const ADMINS: Outcomes = [401, 403, 403, 200, 401, 401];
const KEYS: Outcomes = [401, 401, 401, 401, 200, 401];

/** Every address that is not GraphQL and gives out, or takes, something of somebody's: the status that each gets. */
const TABLE: Record<string, Outcomes> = {
  "GET /livez": ANYONE,
  "GET /readyz": ANYONE,
  // In tests as on this machine; see below for elsewhere.
  "GET /metrics": ANYONE,
  "POST /v1/events": KEYS,
  "GET /partner/export.json": PARTNERS,
  "GET /partner/export/ledger.csv": PARTNERS,
  "GET /partner/export/withdrawals.csv": PARTNERS,
  "GET /partner/export/links.csv": PARTNERS,
  "GET /partner/export/clicks.csv": PARTNERS,
  "GET /admin/withdrawals.csv": ADMINS,
};

/** Held by tests of their own: GraphQL's table, tracked links (drawn as `*` or `/*`), and pages, which are the same for everybody. */
const ELSEWHERE =
  /^(GET|POST) (\/graphql|\/?\*|\/|\/partners.*|\/partner\/(magic|login|erased|portal|links|settings).*|\/admin\/partners\/.*|\/sandbox|\/assets\/.*|\/[\w.-]+\.(html|js|css|svg|png|ico|txt|webmanifest|json))$/;

let test: TestApp;
const routes: string[] = [];
const headers = new Map<string, Record<string, string>>();
beforeAll(async () => {
  test = await createTestApp();
  const partner = await signedInPartner(test, "partner@example.org");
  const suspended = await signedInPartner(test, "suspended@example.org");
  const admin = await signedInAdmin(test);
  await test.database.sql("update partners set status = 'suspended' where id = $1", [suspended.id]);
  const { key } = await createApiKey(test.app, "in use");
  const revoked = await createApiKey(test.app, "revoked");
  await revokeApiKey(test.app, "revoked");
  headers.set("nobody", {});
  for (const [actor, { client }] of Object.entries({ partner, suspended, admin }))
    headers.set(actor, { cookie: client.cookie ?? "" });
  headers.set("a key", { authorization: `Bearer ${key}` });
  headers.set("a revoked key", { authorization: `Bearer ${revoked.key}` });
  await test.server.http.ready();
  routes.push(...registered(test.server.http.printRoutes({ commonPrefix: false })));
});
afterAll(() => test.close());

/** `METHOD /path` of each route, out of the tree that the framework draws: a piece of the path on each line. */
function registered(tree: string): string[] {
  const pieces: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const [, indent = "", piece, methods] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (piece === undefined) return [];
    pieces.splice(indent.length / 4, pieces.length, piece);
    return (methods?.split(", ") ?? [])
      .filter((method) => method !== "HEAD")
      .map((method) => `${method} ${pieces.join("")}`);
  });
}

function ask(
  route: string,
  more: Record<string, string> = {},
  remoteAddress = "127.0.0.1",
  server = test.server,
) {
  const [method = "GET", url = ""] = route.split(" ");
  const payload = method === "POST" ? { payload: { events: [] } } : {};
  return server.http.inject({
    method: method as "GET" | "POST",
    url,
    headers: more,
    remoteAddress,
    ...payload,
  });
}

it("AC-33 knows every address of the server", () => {
  expect(routes).toEqual(expect.arrayContaining(Object.keys(TABLE)));
  expect(routes.filter((route) => !(route in TABLE) && !ELSEWHERE.test(route))).toEqual([]);
});

describe.each(Object.entries(TABLE))("AC-33 %s", (route, outcomes) => {
  it.each(ACTORS.map((actor, index) => [actor, outcomes[index]] as const))(
    "for %s: %s",
    async (actor, status) => {
      expect((await ask(route, headers.get(actor))).statusCode).toBe(status);
    },
  );
});

describe("the metrics", () => {
  it.each([
    ["127.0.0.1", {}, 200],
    ["127.8.9.1", {}, 200],
    ["::1", {}, 200],
    ["::ffff:127.0.0.1", {}, 200],
    ["203.0.113.7", {}, 403],
    ["::ffff:203.0.113.7", {}, 403],
    ["2001:db8::1", {}, 403],
    ["203.0.113.7", { "x-forwarded-for": "127.0.0.1" }, 403],
    ["127.0.0.1", { "x-forwarded-for": "203.0.113.7" }, 403],
    ["127.0.0.1", { forwarded: "for=203.0.113.7" }, 403],
  ])("without a token, for %s with %j: %s", async (address, more, status) => {
    expect((await ask("GET /metrics", more as Record<string, string>, address)).statusCode).toBe(status);
  });

  it("with a token, are for whoever has it, from anywhere, and for nobody else", async () => {
    const METRICS_TOKEN = "a-token-of-metrics";
    const guarded = await createTestApp({ METRICS_TOKEN });
    const status = async (authorization?: string, address?: string) =>
      (
        await ask(
          "GET /metrics",
          authorization === undefined ? {} : { authorization },
          address,
          guarded.server,
        )
      ).statusCode;
    try {
      expect(await status(`Bearer ${METRICS_TOKEN}`, "203.0.113.7")).toBe(200);
      expect(await status()).toBe(401);
      expect(await status("Bearer ")).toBe(401);
      expect(await status(`Bearer ${METRICS_TOKEN}x`)).toBe(401);
      expect(await status(METRICS_TOKEN)).toBe(401);
    } finally {
      await guarded.close();
    }
  });
});

it("lists keys and which were revoked, and revokes none twice", async () => {
  const keys = await listApiKeys(test.app);
  expect(keys.map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
    ["in use", false],
    ["revoked", true],
  ]);
  await expect(revokeApiKey(test.app, "revoked")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(revokeApiKey(test.app, "never made")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
