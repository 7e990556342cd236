import { describe, expect, it } from "vitest";
import { checkDestination } from "./check-destination.ts";

const rules = { linkHosts: ["example.org"], ownHost: "partners.example.org" };

describe("checkDestination", () => {
  it.each(["", "   "])("says nothing about nothing: %j", (typed) => {
    expect(checkDestination(typed, rules)).toEqual({ state: "blank" });
  });

  it.each([
    ["https://example.org/page", "https://example.org/page", false],
    [" HTTP://Shop.Example.ORG/a b ", "http://shop.example.org/a%20b", false],
    ["example.org/page?x=1", "https://example.org/page?x=1", true],
    ["www.example.org", "https://www.example.org/", true],
    ["https://partners.example.org/read", "https://partners.example.org/read", false],
  ])("reads %j as %s", (typed, href, completed) => {
    expect(checkDestination(typed, rules)).toEqual({ state: "good", href, completed });
  });

  it.each([
    ["hello", "not_an_address", ""],
    ["/r/abc", "not_an_address", ""],
    ["https://a..example.org/", "not_an_address", "a..example.org"],
    ["https://example.org/\u0007", "not_an_address", ""],
    ["javascript:alert(1)", "not_http", ""],
    ["ftp://example.org/", "not_http", "example.org"],
    ["https://me@example.org/", "credentials", "example.org"],
    [`https://example.org/${"x".repeat(2048)}`, "too_long", "example.org"],
    ["https://example.net/", "host_not_allowed", "example.net"],
    ["evilexample.org", "host_not_allowed", "evilexample.org"],
    ["https://partners.example.org/r/abc", "own_link", "partners.example.org"],
  ])("refuses %j: %s", (typed, problem, host) => {
    expect(checkDestination(typed, rules)).toEqual({ state: "bad", problem, host });
  });

  it("lets links lead anywhere where anywhere is allowed", () => {
    expect(checkDestination("https://any.test/", { ...rules, linkHosts: ["*"] }).state).toBe("good");
  });
});
