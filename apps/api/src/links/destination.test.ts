import { describe, expect, it } from "vitest";
import { parseDestination } from "./destination.ts";

const rules = { linkHosts: ["example.org"], publicUrl: "https://partners.example.org" };
const parse = (text: unknown, linkHosts = rules.linkHosts) => parseDestination(text, { ...rules, linkHosts });

describe("parseDestination", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["  HTTPS://Example.ORG/a b?q=é#top ", "https://example.org/a%20b?q=%C3%A9#top"],
    ["http://www.example.org:8080/a/../b", "http://www.example.org:8080/b"],
    ["https://example.org./x", "https://example.org/x"],
    ["https://bücher.example.org/", "https://xn--bcher-kva.example.org/"],
    ["https://ex\u00adample.org/", "https://example.org/"],
    ["https://example.org/r/abc", "https://example.org/r/abc"],
    ["https://partners.example.org/read", "https://partners.example.org/read"],
  ])("stores %s as %s", (given, stored) => {
    expect(parse(given)).toBe(stored);
  });

  it.each([
    "",
    "   ",
    "example.org",
    "//example.org/x",
    "/r/abc",
    "javascript:alert(1)",
    "JavaScript://example.org/%0aalert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "ftp://example.org/",
    "https://",
    "https://example.org:99999/",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://example.org../",
    "https://a..example.org/",
    "https://example.org/\u0000",
    "https://example.org/\r\nSet-Cookie: a=b",
    `https://example.org/${"x".repeat(2048)}`,
    `https://example.org/${"é".repeat(1000)}`,
    "https://partners.example.org/r/abc",
    "https://PARTNERS.example.org.//r/abc",
    "https://partners.example.org/%72/abc",
    null,
    42,
  ])("AC-21 refuses %j", (given) => {
    expect(() => parse(given)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT" }));
  });

  it.each([
    ["https://evil.test/", "evil.test"],
    ["https://evilexample.org/", "evilexample.org"],
    ["https://example.org.evil.test/", "example.org.evil.test"],
    ["https://evil.test\\@example.org/", "evil.test"],
    ["https://evil.test/?https://example.org", "evil.test"],
    ["https://еxample.org/", "xn--xample-2of.org"],
    ["http://0x7f000001/", "127.0.0.1"],
    ["http://[::1]/", "[::1]"],
    ["http://localhost/", "localhost"],
  ])("says that links may not lead to %s", (given, host) => {
    expect(() => parse(given)).toThrow(
      expect.objectContaining({
        code: "DESTINATION_NOT_ALLOWED",
        details: { host, allowed: ["example.org"] },
      }),
    );
  });

  it("takes any host when all are allowed, but never another protocol or a tracked link", () => {
    expect(parse("http://192.0.2.7/x", ["*"])).toBe("http://192.0.2.7/x");
    expect(() => parse("javascript:alert(1)", ["*"])).toThrow(/https/);
    expect(() => parse("https://partners.example.org/r/abc", ["*"])).toThrow(/tracked link/);
  });

  it("keeps an address of exactly 2048 characters", () => {
    const longest = `https://example.org/${"x".repeat(2048 - "https://example.org/".length)}`;
    expect(parse(longest)).toBe(longest);
    expect(() => parse(`${longest}x`)).toThrow(/2048/);
  });
});
