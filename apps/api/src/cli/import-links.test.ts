import { describe, expect, it } from "vitest";
import { ANNA, BEN, commandLine } from "./import.test-kit.ts";
import { importLinks } from "./import-links.ts";

const cli = commandLine();
const { output, file, answer, afterTheLookUp, addPartnersAndLinks } = cli;

describe("links", () => {
  it("are created once, to the letter, with exact rates; other content for a code is refused", async () => {
    await addPartnersAndLinks();
    const name = await file("links", [
      { code: "anna", partnerId: ANNA, destination: "https://example.org/a" },
      { code: "anna", partnerId: ANNA, destination: "https://example.org/other" },
      { code: "anna", partnerId: ANNA, destination: "https://example.org/a", epc: "0.10" },
      `{"code":"exact","partnerId":"${ANNA}","destination":"http://Elsewhere.example?x=%7E#y","epc":0.0035}`,
      `{"code":"spaced","partnerId":"${ANNA}","destination":"http://elsewhere.example/a b é"}`,
      { partnerId: ANNA, destination: "https://example.org/no-code" },
      { code: "js", partnerId: ANNA, destination: "javascript:alert(1)" },
      { code: "none", partnerId: ANNA, destination: "example.org" },
      { code: "bad code", partnerId: ANNA, destination: "https://example.org/" },
      {
        code: "stranger",
        partnerId: "0a0a0a0a-0000-4000-8000-00000000000f",
        destination: "https://example.org/",
      },
      { code: "dear", partnerId: ANNA, destination: "https://example.org/", epc: "1e3" },
      `{"code":"fine","partnerId":"${ANNA}","destination":"https://example.org/","epc":0.0000001}`,
    ]);
    expect(await importLinks(cli.test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ lines: 12, created: 3, unchanged: 1, refused: 8 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "2 CONFLICT",
      "3 CONFLICT",
      "7 BAD_USER_INPUT",
      "8 BAD_USER_INPUT",
      "9 BAD_USER_INPUT",
      "10 NOT_FOUND",
      "11 BAD_USER_INPUT",
      "12 BAD_USER_INPUT",
    ]);
    const stored = await cli.test.database.sql(
      "select code, destination, epc from links where code in ('exact', 'spaced') order by code",
    );
    expect(stored).toEqual([
      { code: "exact", destination: "http://Elsewhere.example?x=%7E#y", epc: "3500" },
      { code: "spaced", destination: "http://elsewhere.example/a%20b%20%C3%A9", epc: null },
    ]);
    await importLinks(cli.test.app, [name], { json: true }, output);
    expect(answer()).toMatchObject({ created: 0, unchanged: 4 });
  });

  it("whose codes are taken meanwhile stop no other link's import", async () => {
    await addPartnersAndLinks();
    const name = await file("links", [
      { code: "taken", partnerId: ANNA, destination: "https://example.org/mine" },
      { code: "taken", partnerId: BEN, destination: "https://example.org/theirs" },
      { code: "free", partnerId: ANNA, destination: "https://example.org/free" },
      { partnerId: ANNA, destination: "https://example.org/no-code" },
    ]);
    afterTheLookUp(
      "insert into links (code, partner_id, destination) values ('taken', $1, 'https://example.org/theirs')",
      [BEN],
    );
    expect(await importLinks(cli.test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ created: 2, unchanged: 1, refused: 1 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual(["1 CONFLICT"]);
    expect(await cli.test.database.sql("select code from links")).toHaveLength(5);
  });
});
