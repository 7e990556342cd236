export type Cell = string | number;

/** Prints what was measured, and remembers which goals were missed. */
export interface Report {
  readonly missed: readonly string[];
  section(title: string): void;
  /** Rows under their headings; numbers to the right. */
  table(headings: readonly string[], rows: readonly (readonly Cell[])[]): void;
  line(text: string): void;
  /** One goal and whether it was reached. */
  goal(name: string, reached: boolean): void;
}

export function createReport(write: (text: string) => void): Report {
  const missed: string[] = [];
  return {
    missed,
    section: (title) => write(`\n${title}\n${"─".repeat(title.length)}\n`),
    line: (text) => write(`${text}\n`),
    table(headings, rows) {
      const cells = [headings, ...rows].map((row) => row.map(String));
      const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
      const isNumber = (column: number) => rows.every((row) => /^[\d.]+$/.test(String(row[column])));
      for (const row of cells) {
        const padded = row.map((text, column) =>
          isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
        );
        write(`${padded.join("   ").trimEnd()}\n`);
      }
    },
    goal(name, reached) {
      if (!reached) missed.push(name);
      write(`${reached ? "reached" : "MISSED "}   ${name}\n`);
    },
  };
}

/** The value that `share` of all values are at most: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
