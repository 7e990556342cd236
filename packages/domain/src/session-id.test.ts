import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUuid, parseSessionId } from "./session-id.ts";

const refusal = expect.objectContaining({ code: "INVALID_SESSION_ID" });
const PARTNER = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const VISITOR = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => c !== ":");

/** Any code point, lone surrogates included. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((n) => String.fromCodePoint(n));

describe("parseSessionId", () => {
  it("takes partner and visitor apart", () => {
    expect(parseSessionId("0199c0de-0000-7000-8000-000000000001:a1b2c3")).toEqual({
      partnerId: "0199c0de-0000-7000-8000-000000000001",
      visitor: "a1b2c3",
    });
    expect(parseSessionId(`${"p".repeat(64)}:${"~".repeat(128)}`).visitor).toHaveLength(128);
  });

  it.each(
    [
      ["", "a", ":", "a:", ":b", "a:b:c", "a::b", "a:b:", ":a:b"],
      ["a b:c", "a:b c", " a:b", "a:b ", "a:b\n", "a\t:b", "a:b\r\n", "a\u0000:b", "a:\u0000", "a:b\u007f"],
      ["é:b", "a:é", "a：b", "a:😀", "a.b:c", "a/b:c", "a'b:c", "a:\u200b"],
    ].flat(),
  )("refuses %j", (text) => {
    expect(() => parseSessionId(text)).toThrow(refusal);
  });

  it("says what is wrong", () => {
    expect(() => parseSessionId("a")).toThrow("no colon");
    expect(() => parseSessionId("a:b:c")).toThrow("more than one colon");
    expect(() => parseSessionId(":b")).toThrow("partner id must be 1 to 64");
    expect(() => parseSessionId("a:")).toThrow("visitor must be 1 to 128");
  });

  it("refuses halves that are too long, and whatever is no text", () => {
    expect(() => parseSessionId(`${"p".repeat(65)}:v`)).toThrow(refusal);
    expect(() => parseSessionId(`p:${"v".repeat(129)}`)).toThrow(refusal);
    expect(() => parseSessionId(`p:${"v".repeat(10_240)}`)).toThrow(refusal);
    for (const input of [null, undefined, 5, {}, ["a:b"]])
      expect(() => parseSessionId(input)).toThrow(refusal);
  });

  it("reads back whatever may stand in the halves", () => {
    const half = (unit: readonly string[], maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...unit), minLength: 1, maxLength });
    fc.assert(
      fc.property(half([...PARTNER], 64), half(VISITOR, 128), (partnerId, visitor) => {
        expect(parseSessionId(`${partnerId}:${visitor}`)).toEqual({ partnerId, visitor });
      }),
    );
  });

  it("accepts nothing that it does not give back whole", () => {
    const nearMiss = fc.string({
      unit: fc.oneof(fc.constantFrom(":", "a", "-", " "), anyCharacter),
    });
    fc.assert(
      fc.property(nearMiss, (text) => {
        let parsed: ReturnType<typeof parseSessionId>;
        try {
          parsed = parseSessionId(text);
        } catch (error) {
          return void expect(error).toEqual(refusal);
        }
        expect(`${parsed.partnerId}:${parsed.visitor}`).toBe(text);
        expect([...parsed.partnerId].every((c) => PARTNER.includes(c))).toBe(true);
        expect([...parsed.visitor].every((c) => VISITOR.includes(c))).toBe(true);
      }),
    );
  });
});

describe("isUuid", () => {
  it("knows every UUID, in either case", () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => isUuid(uuid) && isUuid(uuid.toUpperCase())));
  });

  it.each([
    "",
    "0199c0de",
    "0199c0de-0000-7000-8000-00000000000g",
    "0199c0de00007000800000000000000a",
    5,
    null,
  ])("refuses %j", (text) => {
    expect(isUuid(text)).toBe(false);
  });

  it("refuses anything around it", () => {
    const uuid = "0199c0de-0000-7000-8000-000000000001";
    for (const text of [` ${uuid}`, `${uuid}\n`, `{${uuid}}`, `${uuid}0`]) expect(isUuid(text)).toBe(false);
  });
});
