import { describe, expect, it } from "vitest";
import { ANNA, BEN, commandLine } from "./import.test-kit.ts";
import { importPartners } from "./import-partners.ts";

const cli = commandLine();
const { output, file, answer, afterTheLookUp } = cli;

describe("partners", () => {
  it("are created once; what contradicts what is there is refused", async () => {
    await cli.test.database.sql("insert into admins (email) values ('admin@example.org')");
    const name = await file("partners", [
      { id: ANNA, email: "Anna@Example.org" },
      { email: "free@example.org" },
      { id: ANNA.toUpperCase(), email: "anna@example.org" },
      { id: BEN, email: "anna@example.org" },
      { id: ANNA, email: "other@example.org" },
      { email: "admin@example.org" },
      { id: "7", email: "x@example.org" },
      { email: "a@example.org\r\nBcc: b@example.org" },
      "[]",
    ]);
    expect(await importPartners(cli.test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ lines: 9, created: 2, unchanged: 1, refused: 6 });
    expect(refusals.map(({ line, code }) => [line, code])).toEqual([
      [4, "CONFLICT"],
      [5, "CONFLICT"],
      [6, "CONFLICT"],
      [7, "BAD_USER_INPUT"],
      [8, "BAD_USER_INPUT"],
      [9, "BAD_USER_INPUT"],
    ]);
    await importPartners(cli.test.app, [name], { json: true }, output);
    expect(answer()).toMatchObject({ created: 0, unchanged: 3, refused: 6 });
  });

  it("who sign up meanwhile stop nobody else's import", async () => {
    const name = await file("partners", [
      { id: ANNA, email: "anna@example.org" },
      { id: BEN, email: "ben@example.org" },
      { id: BEN, email: "benjamin@example.org" },
      { email: "free@example.org" },
    ]);
    afterTheLookUp(
      "insert into partners (id, email) values (gen_random_uuid(), 'anna@example.org'), ($1, 'benjamin@example.org')",
      [BEN],
    );
    expect(await importPartners(cli.test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ created: 1, unchanged: 1, refused: 2 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual(["1 CONFLICT", "2 CONFLICT"]);
  });

  it("who become admins meanwhile are refused, the others created", async () => {
    const name = await file("partners", [{ email: "anna@example.org" }, { email: "ben@example.org" }]);
    afterTheLookUp("insert into admins (email) values ('anna@example.org')", []);
    expect(await importPartners(cli.test.app, [name], { json: true }, output)).toBe(0);
    const { refusals, ...counts } = answer();
    expect(counts).toMatchObject({ created: 1, refused: 1 });
    expect(refusals.map(({ line, code }) => `${line} ${code}`)).toEqual(["1 CONFLICT"]);
  });
});
