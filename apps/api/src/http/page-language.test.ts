import { describe, expect, it } from "vitest";
import { pageLanguage } from "./page-language.ts";

describe("the language a page arrives in", () => {
  it.each([
    ["fr-FR,fr;q=0.9,en;q=0.8", "fr"],
    ["de-CH,FR;q=0.9,en;q=0.8", "fr"],
    ["en-GB,en;q=0.9,fr;q=0.8", "en"],
    ["frr,de,it", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("is the first of the browser's that we speak: %s", (list, language) => {
    expect(pageLanguage({ "accept-language": list })).toBe(language);
  });

  it("is the one chosen here before, whatever the browser prefers", () => {
    const headers = { "accept-language": "en", cookie: "session=x; language=fr" };
    expect(pageLanguage(headers)).toBe("fr");
    expect(pageLanguage({ ...headers, cookie: "language=tlh" })).toBe("en");
  });
});
