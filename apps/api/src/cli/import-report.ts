import type { AnyDomainError } from "@contentflow/domain/errors";
import type { Output } from "./output.ts";

export interface Refusal {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly reason: string;
}

const SHOWN = 20;
/** So that a file of nothing but bad lines cannot fill the memory. */
const KEPT = 1_000;

/** What became of the lines of an import. */
export class ImportReport {
  lines = 0;
  refused = 0;
  readonly #refusals: Refusal[] = [];
  readonly #outcomes = new Map<string, number>();
  readonly #started = performance.now();

  constructor(readonly files: readonly string[]) {}

  accept(outcome: string): void {
    this.#outcomes.set(outcome, this.count(outcome) + 1);
  }

  refuse(file: string, line: number, { code, message }: Pick<AnyDomainError, "code" | "message">): void {
    this.refused += 1;
    if (this.#refusals.length < KEPT) this.#refusals.push({ file, line, code, reason: message });
  }

  count(outcome: string): number {
    return this.#outcomes.get(outcome) ?? 0;
  }

  /** Tells the result, for machines (one JSON object) or people, and resolves the exit code. */
  finish(counts: Readonly<Record<string, unknown>>, summary: string, json: boolean, output: Output): 0 | 1 {
    const seconds = Math.round(performance.now() - this.#started) / 1_000;
    const { files, lines, refused } = this;
    // Some lines are refused when they are read, others when they are stored, which is later.
    const refusals = this.#refusals.toSorted(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line,
    );
    if (json) {
      output.out(JSON.stringify({ files, lines, ...counts, refused, refusals, seconds }));
    } else {
      for (const { file, line, reason } of refusals.slice(0, SHOWN)) output.err(`${file}:${line}: ${reason}`);
      if (refused > SHOWN) output.err(`… and ${refused - SHOWN} more lines refused.`);
      output.out(`${lines} lines in ${seconds} s: ${summary}, ${refused} refused.`);
    }
    return lines > refused ? 0 : 1;
  }
}
