import { type AnyDomainError, DomainError, isDomainError } from "@contentflow/domain/errors";
import { startProgress } from "./import-progress.ts";
import { ImportReport } from "./import-report.ts";
import { limitNewSpace } from "./limit-new-space.ts";
import type { Output } from "./output.ts";
import { DamagedFileError, MAX_LINE_BYTES, readLines } from "./read-lines.ts";

export interface LineImport<T> {
  readonly title: string;
  /** @throws DomainError for a line that is not what is imported here */
  parse(text: string): T;
  /** How many are stored together: more share more of the work, and take more memory. */
  readonly batch?: number;
  /** Stores up to `batch` items; one outcome per item, in order: a word for the summary, or why it was refused. */
  store(items: readonly T[]): Promise<readonly (string | AnyDomainError)[]>;
}

const USUAL_BATCH = 1_000;

interface Placed<T> {
  readonly file: string;
  readonly line: number;
  readonly item: T;
}

/** Reads files line by line and stores what is good in batches, so that memory does not grow with the files. */
export async function importLines<T>(
  files: readonly string[],
  { title, parse, store, batch: most = USUAL_BATCH }: LineImport<T>,
  output: Output,
): Promise<ImportReport> {
  const report = new ImportReport(files);
  let batch: Placed<T>[] = [];
  const storeBatch = async (full: readonly Placed<T>[]): Promise<void> => {
    const outcomes = await store(full.map(({ item }) => item));
    full.forEach(({ file, line }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) throw new Error("an import told less than it was asked");
      if (typeof outcome === "string") report.accept(outcome);
      else report.refuse(file, line, outcome);
    });
  };
  // One is stored while the next is read; never two, because the order of events decides which of them count.
  let storing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await storing;
    storing = storeBatch(batch);
    // Whoever waits next hears of a failure; until then nobody does.
    storing.catch(() => {});
    batch = [];
    limitNewSpace();
  };

  const progress = await startProgress(files, title, output);
  try {
    for (const [index, file] of files.entries()) {
      for await (const { number, text } of linesOf(file, report, (bytes) => progress.update(index, bytes))) {
        const item = tryParse(text, parse);
        if (isDomainError(item)) report.refuse(file, number, item);
        else batch.push({ file, line: number, item });
        if (batch.length === most) await flush();
      }
    }
    if (batch.length > 0) await flush();
    await storing;
  } finally {
    progress.stop();
  }
  return report;
}

/** Counts the lines; a file that is damaged at some point ends there, with a refusal that says so. */
async function* linesOf(file: string, report: ImportReport, onProgress: (bytes: number) => void) {
  let last = 0;
  try {
    for await (const line of readLines(file, onProgress)) {
      report.lines += 1;
      last = line.number;
      yield line;
    }
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    report.lines += 1;
    const reason = "the gzip file is damaged or incomplete from here on";
    report.refuse(file, last + 1, new DomainError("BAD_USER_INPUT", { field: "file", reason }));
  }
}

function tryParse<T>(text: string | null, parse: (text: string) => T): T | AnyDomainError {
  try {
    if (text === null) {
      throw new DomainError("BAD_USER_INPUT", {
        field: "line",
        reason: `must have at most ${MAX_LINE_BYTES} bytes`,
      });
    }
    return parse(text);
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
}
