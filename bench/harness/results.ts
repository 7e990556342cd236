import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { RESULTS } from "./paths.ts";
import type { Findings } from "./report.ts";

/** Writes what a comparison found over what it found last time; the others stay. */
export function keepResults(name: string, { figures, goals, checks }: Findings): void {
  const kept: Record<string, unknown> = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
  kept[name] = {
    measuredAt: new Date().toISOString(),
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model.trim() ?? "unknown",
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      // Far above the number of processors: others worked here meanwhile.
      loadAverage: loadavg()[1] ?? null,
    },
    figures: rounded(figures),
    goals: rounded(Object.fromEntries(goals.map(({ name: goal, value, met }) => [goal, { value, met }]))),
    checks,
  };
  writeFileSync(RESULTS, `${JSON.stringify(kept, null, 2)}\n`);
}

/** Four digits are more than any of these measurements is worth. */
function rounded(value: object): unknown {
  const text = JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "number" && !Number.isInteger(one) ? Number(one.toPrecision(4)) : one,
  );
  return JSON.parse(text);
}
