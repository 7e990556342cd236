/** A goal that was set beforehand, and what came out. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly goal: number;
  readonly met: boolean;
}

/** What one comparison found, as it goes into the results file. Figures by name. */
export interface Findings {
  readonly figures: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;
  readonly goals: readonly Goal[];
  /** Things that must hold however slow the machine is. Any that is false fails the benchmark. */
  readonly checks: Readonly<Record<string, boolean>>;
}

/** Prints a comparison while it goes on, and gathers what it finds. */
export class Report {
  readonly #figures: Record<string, Record<string, number | string | null>> = {};
  readonly #goals: Goal[] = [];
  readonly #checks: Record<string, boolean> = {};
  readonly #write: (text: string) => void;
  readonly #judging: boolean;

  /** Goals are only looked at when it is `judging`. */
  constructor(write: (text: string) => void, judging: boolean) {
    this.#write = write;
    this.#judging = judging;
  }

  section(title: string): void {
    this.#write(`\n${title}\n${"─".repeat(title.length)}\n`);
  }

  line(text: string): void {
    this.#write(`${text}\n`);
  }

  /** One row per thing measured; its figures are kept under its name. */
  table(
    first: string,
    rows: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>,
  ): void {
    Object.assign(this.#figures, rows);
    const headings = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
    const cells = [
      [first, ...headings],
      ...Object.entries(rows).map(([name, row]) => [name, ...headings.map((key) => show(row[key] ?? null))]),
    ];
    const widths =
      cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
    for (const row of cells) {
      const padded = row.map((text, column) =>
        column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      );
      this.#write(`${padded.join("   ").trimEnd()}\n`);
    }
  }

  atLeast(name: string, value: number, goal: number): void {
    this.#goal({ name: `${name}: at least ${goal}`, value, goal, met: value >= goal });
  }

  under(name: string, value: number, goal: number): void {
    this.#goal({ name: `${name}: under ${goal}`, value, goal, met: value < goal });
  }

  check(name: string, holds: boolean): void {
    this.#checks[name] = holds;
    this.#write(`${holds ? "holds " : "FAILS "}   ${name}\n`);
  }

  get findings(): Findings {
    return { figures: this.#figures, goals: this.#goals, checks: this.#checks };
  }

  #goal(goal: Goal): void {
    if (!this.#judging) return;
    this.#goals.push(goal);
    this.#write(`${goal.met ? "met   " : "MISSED"}   ${goal.name} (${show(goal.value)})\n`);
  }
}

function show(value: number | string | null): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (Number.isInteger(value) || Math.abs(value) >= 1_000) return Math.round(value).toLocaleString("en");
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
