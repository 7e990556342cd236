import { describe, expect, it } from "vitest";
import { isAllowedHost } from "./allowed-host.ts";

describe("isAllowedHost", () => {
  it.each([
    ["example.org", ["example.org"], true],
    ["a.b.example.org", ["example.org"], true],
    ["evilexample.org", ["example.org"], false],
    ["example.org.evil.net", ["example.org"], false],
    ["org", ["example.org"], false],
    ["example.org", [".Example.ORG."], true],
    ["anything.net", ["*"], true],
    ["anything.net", [], false],
    ["anything.net", ["."], false],
    ["192.0.2.7", ["192.0.2.7", "2.7"], false],
    ["192.0.2.7", ["*"], true],
    ["[2001:db8::7]", ["[2001:db8::7]"], false],
    ["[2001:db8::7]", ["*"], true],
  ])("%s under %j: %s", (host, allowed, expected) => {
    expect(isAllowedHost(host, allowed)).toBe(expected);
  });
});
