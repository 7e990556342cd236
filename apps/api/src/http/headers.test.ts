import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "../auth/create-api-key.ts";
import { createServer, type Server } from "../server.ts";
import { signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

let test: TestApp;
/** The same program as people meet it in production, behind https. */
let secure: Server;
let cookie: string;
let authorization: string;
beforeAll(async () => {
  test = await createTestApp();
  secure = await createServer({ ...test.app, publicUrl: "https://partners.example" });
  const { client } = await signedInPartner(test);
  cookie = (client.cookie ?? "").replace("session=", "__Host-session=");
  authorization = `Bearer ${(await createApiKey(test.app, "headers")).key}`;
});
afterAll(async () => {
  await secure.close();
  await test.close();
});

const ANSWERS = [
  ["a page that is not there", "GET", "/nowhere"],
  ["GraphQL", "POST", "/graphql"],
  ["GraphQL that cannot be read", "POST", "/graphql?"],
  ["a link that leads nowhere", "GET", "/r/nothing"],
  ["the state of the server", "GET", "/readyz"],
  ["a file about a person", "GET", "/partner/export.json"],
  ["a refused download", "GET", "/admin/withdrawals.csv"],
  ["events", "POST", "/v1/events"],
] as const;

function answer(method: "GET" | "POST", url: string, server = secure) {
  const payload =
    url === "/graphql" ? { query: "{ me { id } }" } : url === "/v1/events" ? { events: [] } : { nothing: 1 };
  return server.http.inject({
    method,
    url,
    headers: { cookie, authorization },
    ...(method === "POST" && { payload }),
  });
}

describe.each(ANSWERS)("AC-50 %s", (_what, method, url) => {
  it("lets nothing foreign in, is framed by nobody and tells no other site where it was", async () => {
    const { headers } = await answer(method, url);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/(^|;)default-src 'none'(;|$)/);
    expect(policy).toMatch(/(^|;)frame-ancestors 'none'(;|$)/);
    expect(policy).toMatch(/(^|;)base-uri 'none'(;|$)/);
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-|https?:|\*|data:|blob:)/);
    expect(policy).not.toMatch(/unsafe-/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8,}/);
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("server");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });
});

it.each([
  ["POST", "/graphql", 200],
  ["POST", "/graphql?", 400],
  ["GET", "/partner/export.json", 200],
  ["GET", "/partner/export/ledger.csv", 200],
  ["GET", "/admin/withdrawals.csv", 403],
  ["POST", "/v1/events", 200],
  ["GET", "/metrics", 200],
] as const)("AC-50 %s %s is kept by nobody on the way (%s)", async (method, url, status) => {
  const { statusCode, headers } = await answer(method, url);
  expect(statusCode).toBe(status);
  expect(headers["cache-control"]).toBe("no-store");
});

it("AC-50 asks for https only where there is https", async () => {
  const { headers } = await answer("GET", "/nowhere", test.server);
  expect(headers).not.toHaveProperty("strict-transport-security");
});

it.each([
  "/.env",
  "/.git/config",
  "/..%2f",
  "/..%2f..%2fpackage.json",
  "/%2e%2e/%2e%2e/package.json",
  "/assets/..%2f..%2fpackage.json",
  "/assets/index.js.map",
  "/sw.js.map",
  "/package.json",
  "/main.ts",
  "//evil.example/",
  "/%00",
  "/%",
])("AC-50 %s is not there", async (url) => {
  const { statusCode, headers, body } = await answer("GET", url);
  expect([400, 404]).toContain(statusCode);
  expect(headers["content-type"]).toContain("json");
  expect(body).not.toMatch(/dependencies|node_modules|stack/);
});
