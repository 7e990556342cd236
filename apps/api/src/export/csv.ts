/** A value as it stands in a cell; null leaves it empty. */
export type Cell = string | number | null;

/** What one column is called, and what it says of a row. */
export type Column<Row> = readonly [name: string, value: (row: Row) => Cell];

/** What spreadsheets take for the beginning of a formula; full-width signs where people write in Chinese or Japanese. */
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠]/;
/** The same, behind what a spreadsheet set to another separator takes for the end of a cell: in French that is `;`. */
const FORMULA_INSIDE = /([;\t\r\n][^\S\r\n]*)([=+\-@＝＋－＠])/g;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
/** Without it, spreadsheets read "é" as two letters. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table as RFC 4180 wants it, in UTF-8, in pieces: one with the names of the columns, then one per page of rows. What
 * people typed can never become a formula: it is told to be text by an apostrophe before it.
 */
export async function* csv<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  let start = BYTE_ORDER_MARK + csvLine(columns.map(([name]) => name));
  for await (const rows of pages) {
    yield start + rows.map((row) => csvLine(columns.map(([, value]) => value(row)))).join("");
    start = "";
  }
  if (start !== "") yield start;
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = (FORMULA.test(cell) ? "'" : "") + cell.replaceAll(FORMULA_INSIDE, "$1'$2");
  return text !== cell || NEEDS_QUOTES.test(cell) ? quoted(text) : cell;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
