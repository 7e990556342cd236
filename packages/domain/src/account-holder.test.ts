import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ACCOUNT_HOLDER, parseAccountHolder } from "./account-holder.ts";

const refusal = expect.objectContaining({
  code: "INVALID_DESTINATION",
  details: { field: "holder", reason: expect.any(String) },
});

describe("the holder of an account", () => {
  it.each([
    "Zoé Martin",
    "O’Neill & Sons (Paris)",
    "Jean-Luc D'Arc",
    "李小龙",
    "А. Петров",
    "Studio 54, c/o Ada",
    "a".repeat(MAX_ACCOUNT_HOLDER),
  ])("is %s", (name) => {
    expect(parseAccountHolder(` ${name} `)).toBe(name);
  });

  it.each([
    "",
    "  ",
    "\u200b",
    "Zoé <b>",
    "me@example.org",
    "Zoé\nMartin",
    "Zoé 😀",
    "=1+1;",
    "a".repeat(MAX_ACCOUNT_HOLDER + 1),
    undefined,
    null,
    7,
  ])("is not %j", (name) => {
    expect(() => parseAccountHolder(name)).toThrow(refusal);
  });

  it("comes back as it is when read again, or is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => {
        let name: string;
        try {
          name = parseAccountHolder(text);
        } catch (error) {
          return void expect(error).toEqual(refusal);
        }
        expect(parseAccountHolder(name)).toBe(name);
        expect(name).not.toMatch(/[<>"@;=\p{C}]/u);
      }),
    );
  });
});
