import { expect } from "vitest";

/** The rows of a CSV file under the names of its columns, read as RFC 4180 says. */
export function readCsv(text: string): Record<string, string>[] {
  expect(text.startsWith("\ufeff")).toBe(true);
  const [names = [], ...rows] = parse(text.slice(1));
  return rows.map((cells) => {
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}

function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
