import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { assertOwnOrigin } from "./own-origin.ts";

const production = { publicUrl: "https://partners.example", config: { mode: "production" as const } };
const demo = { publicUrl: "http://localhost:4000", config: { mode: "demo" as const } };

function verdict(
  app: Parameters<typeof assertOwnOrigin>[0],
  method: string,
  headers: IncomingHttpHeaders,
): string {
  try {
    assertOwnOrigin(app, method, headers);
    return "admitted";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("AC-39 assertOwnOrigin", () => {
  const cookie = "__Host-session=abc";

  it("admits the own pages", () => {
    expect(verdict(production, "POST", { origin: "https://partners.example", cookie })).toBe("admitted");
    expect(verdict(production, "POST", { origin: "https://partners.example" })).toBe("admitted");
  });

  it.each([
    "https://evil.example",
    "http://partners.example",
    "https://partners.example:8443",
    "https://partners.example.evil.example",
    "https://sub.partners.example",
    "https://PARTNERS.example",
    "null",
    "",
  ])("refuses the origin %j, with a session and without", (origin) => {
    expect(verdict(production, "POST", { origin, cookie })).toBe("FORBIDDEN");
    expect(verdict(production, "POST", { origin })).toBe("FORBIDDEN");
  });

  it.each([
    ["cross-site", "FORBIDDEN"],
    ["same-site", "FORBIDDEN"],
    ["same-origin", "admitted"],
    ["none", "admitted"],
    [undefined, "admitted"],
  ])("answers a session without Origin and with Sec-Fetch-Site %s: %s", (site, expected) => {
    const headers = { cookie, ...(site !== undefined && { "sec-fetch-site": site }) };
    expect(verdict(production, "POST", headers)).toBe(expected);
  });

  it("lets clients without Origin and session through: there is nothing to misuse", () => {
    expect(verdict(production, "POST", { "sec-fetch-site": "cross-site", cookie: "other=1" })).toBe(
      "admitted",
    );
  });

  it("lets a page be read that does not say where the wish came from, and no other site read one", () => {
    expect(verdict(production, "GET", { "sec-fetch-site": "cross-site", cookie })).toBe("admitted");
    expect(verdict(production, "GET", { origin: "https://evil.example", cookie })).toBe("FORBIDDEN");
  });

  it("knows this machine's other names in the demo, on the same port", () => {
    expect(verdict(demo, "POST", { origin: "http://127.0.0.1:4000" })).toBe("admitted");
    expect(verdict(demo, "POST", { origin: "http://[::1]:4000" })).toBe("admitted");
    expect(verdict(demo, "POST", { origin: "http://localhost:4000" })).toBe("admitted");
    expect(verdict(demo, "POST", { origin: "http://127.0.0.1:5000" })).toBe("FORBIDDEN");
    expect(verdict(demo, "POST", { origin: "http://192.168.0.2:4000" })).toBe("FORBIDDEN");
  });

  it("knows no other names in production", () => {
    const local = { publicUrl: "http://localhost:4000", config: { mode: "production" as const } };
    expect(verdict(local, "POST", { origin: "http://127.0.0.1:4000" })).toBe("FORBIDDEN");
  });
});
