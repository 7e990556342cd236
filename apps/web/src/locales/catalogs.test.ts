import { describe, expect, it } from "vitest";
import { errors as english } from "./en/errors.ts";
import { en } from "./en.ts";
import { errors as french } from "./fr/errors.ts";
import { fr } from "./fr.ts";

describe("the catalogs", () => {
  const english = flat(en);
  const french = flat(fr);

  it("have the same keys", () => {
    expect(Object.keys(french).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it.each(Object.keys(english))("say something, with the same placeholders: %s", (key) => {
    expect(french[key]?.trim()).toBeTruthy();
    expect(placeholders(french[key])).toEqual(placeholders(english[key]));
  });
});

describe("both languages", () => {
  it.each([...Object.entries(flat(en)), ...Object.entries(flat(fr))])(
    "write apostrophes as a printer does: %s: %s",
    (_key, text) => {
      expect(text).not.toMatch(/'/);
    },
  );

  it("also in what is said of errors, which is code", () => {
    for (const { refused, unreachable } of [english, french]) {
      expect([unreachable, ...Object.values(refused).map(String)].join("\n")).not.toMatch(/\p{L}'\p{L}/u);
    }
  });
});

describe("French wording", () => {
  const french = flat(fr);

  it.each(Object.keys(french))("keeps its double punctuation on the line of the word before: %s", (key) => {
    expect(french[key]).not.toMatch(/ [:;?!»]|« /);
    expect(french[key]).not.toMatch(/[\p{L}\p{N}][;?!»]/u);
  });
});

function flat(catalog: object, path = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(catalog).map(([key, value]) =>
      typeof value === "string" ? { [path + key]: value } : flat(value, `${path}${key}.`),
    ),
  );
}

function placeholders(text = ""): string[] {
  return [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name ?? "").toSorted();
}
