import { describe, expect, it } from "vitest";
import { type Cell, csv } from "./csv.ts";

async function* pages<Row>(...given: Row[][]): AsyncGenerator<Row[]> {
  yield* given;
}

async function collect(pieces: AsyncIterable<string>): Promise<string[]> {
  const collected: string[] = [];
  for await (const piece of pieces) collected.push(piece);
  return collected;
}

async function linesOf(...cells: Cell[]): Promise<string> {
  const columns = cells.map((cell, index) => [`c${index}`, () => cell] as const);
  const pieces = await collect(csv(columns, pages([{}])));
  return (
    pieces
      .join("")
      .split("c0")[1]
      ?.replace(/^(,c\d)*\r\n/, "") ?? ""
  );
}

describe("a table as CSV", () => {
  it("starts with a byte order mark and the names, then has a line per row, each ended by CR LF", async () => {
    const columns = [
      ["name", ({ name }: { name: string; n: number | null }) => name],
      ["n", ({ n }: { n: number | null }) => n],
    ] as const;
    const pieces = await collect(csv(columns, pages([{ name: "Zoé", n: 1 }], [{ name: "b", n: null }])));
    expect(pieces).toEqual(["\ufeffname,n\r\nZoé,1\r\n", "b,\r\n"]);
  });

  it("has its names even without a row", async () => {
    expect(await collect(csv([["name", () => ""]], pages()))).toEqual(["\ufeffname\r\n"]);
  });

  it.each([
    ["plain", "plain"],
    ["", ""],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    [" spaced ", '" spaced "'],
    ["1 - 1", "1 - 1"],
  ])("quotes what needs it, and nothing else: %j", async (cell, written) => {
    expect(await linesOf(cell)).toBe(`${written}\r\n`);
  });

  it.each([
    "=1+1",
    "=",
    "+33 1",
    "-2",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("https://evil.test";"x")',
    "=cmd|' /C calc'!A0",
    " =1+1",
    "\u00a0=1",
    "\ufeff=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
  ])("AC-48 keeps what people typed from becoming a formula: %j", async (cell) => {
    expect(await linesOf(cell)).toBe(`"'${cell.replaceAll('"', '""')}"\r\n`);
  });

  it.each([
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
    ["two\n=lines", "two\n'=lines"],
    ["a;=1+1", "a;'=1+1"],
    ["a; @SUM(A1);-2", "a; '@SUM(A1);'-2"],
    ["a\t+1", "a\t'+1"],
  ])("AC-48 also where another separator or a line would end the cell: %j", async (cell, written) => {
    expect(await linesOf(cell)).toBe(`"${written}"\r\n`);
  });

  it("leaves numbers and empty cells alone", async () => {
    expect(await linesOf(-5, null, 0)).toBe("-5,,0\r\n");
  });
});
