import { formatEuros, microEuros } from "@contentflow/domain/money";
import type { App } from "../app.ts";
import type { Cell, Column } from "./csv.ts";

/** What of the application an export needs. */
export type ExportApp = Pick<App, "database" | "now" | "terms">;

/** Something of a partner that can be exported, oldest first: as a table, or as a list of records. */
export interface ExportTable<Row> {
  readonly columns: readonly Column<Row>[];
  readonly pages: (app: ExportApp, partnerId: string) => AsyncIterable<readonly Row[]>;
  /** What a record tells beyond the columns, because it fits no cell. */
  readonly more?: (row: Row) => Record<string, unknown>;
}

/** A row under the names of its columns. */
export function recordOf<Row>({ columns, more }: ExportTable<Row>, row: Row): Record<string, unknown> {
  return { ...Object.fromEntries(columns.map(([name, value]) => [name, value(row)])), ...more?.(row) };
}

/** Micro-euros out of the database as exact euros. */
export function euros(micros: string): string {
  return formatEuros(microEuros(BigInt(micros)));
}

/** An instant in ISO 8601, UTC. */
export function instant(at: Date | null): Cell {
  return at?.toISOString() ?? null;
}
