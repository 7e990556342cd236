import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseText } from "./text.ts";

const rules = { field: "reason", max: 20 };
const refusal = expect.objectContaining({
  code: "BAD_USER_INPUT",
  details: { field: "reason", reason: expect.any(String) },
});

/** Any code point, lone surrogates included. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((n) => String.fromCodePoint(n));

describe("parseText", () => {
  it("trims, and keeps what people write", () => {
    expect(parseText("  Élodie 😀, “ça va” ?\n", rules)).toBe("Élodie 😀, “ça va” ?");
    expect(parseText("שלום", rules)).toBe("שלום");
    expect(parseText("👩‍👩‍👧", rules)).toBe("👩‍👩‍👧");
  });

  it("counts code points, after trimming", () => {
    expect(parseText(` ${"😀".repeat(20)} `, rules)).toBe("😀".repeat(20));
    expect(() => parseText("😀".repeat(21), rules)).toThrow(refusal);
    expect(() => parseText("a".repeat(21), rules)).toThrow(refusal);
    expect(() => parseText("a".repeat(10_000_000), rules)).toThrow(refusal);
    expect(parseText("abc", { ...rules, min: 3 })).toBe("abc");
    expect(() => parseText(" ab ", { ...rules, min: 3 })).toThrow("at least 3");
  });

  it.each(["", "   ", "\n", "\u200b", "\u00a0\u2060", "\ufeff", "\u3164"])(
    "refuses %j: nothing to see",
    (text) => {
      expect(() => parseText(text, rules)).toThrow("must not be empty");
    },
  );

  it("takes an empty text where that is said to be fine", () => {
    expect(parseText("  ", { ...rules, min: 0 })).toBe("");
  });

  it.each([
    "a\u0000b",
    "a\tb",
    "a\nb",
    "a\rb",
    "a\u001bb",
    "a\u007fb",
    "a\u0085b",
    "a\u2028b",
    "a\u202eb",
    "a\u2066b",
    "a\ud800b",
    "\udc00",
  ])("refuses %j: control characters", (text) => {
    expect(() => parseText(text, rules)).toThrow("control characters");
  });

  it("takes line breaks, but nothing else of the kind, when told so", () => {
    const multiline = { ...rules, multiline: true };
    expect(parseText("a\nb\r\nc\n", multiline)).toBe("a\nb\nc");
    for (const text of ["a\rb", "a\n\u0000b", "a\tb", "a\u2029b"]) {
      expect(() => parseText(text, multiline)).toThrow("control characters");
    }
  });

  it("refuses whatever is no text", () => {
    for (const input of [null, undefined, 5, {}, ["a"]])
      expect(() => parseText(input, rules)).toThrow(refusal);
  });

  it("gives back something trimmed, in the limits, encodable and free of control characters, or refuses", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            anyCharacter,
            fc.integer({ min: 0, max: 0xff }).map((n) => String.fromCharCode(n)),
          ),
          maxLength: 25,
        }),
        fc.boolean(),
        (input, multiline) => {
          let text: string;
          try {
            text = parseText(input, { ...rules, multiline });
          } catch (error) {
            return void expect(error).toEqual(refusal);
          }
          expect(text.trim()).toBe(text);
          expect([...text].length).toBeGreaterThan(0);
          expect([...text].length).toBeLessThanOrEqual(20);
          expect(multiline ? text.replaceAll("\n", "") : text).not.toMatch(/\p{Cc}/u);
          expect(parseText(text, { ...rules, multiline })).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
