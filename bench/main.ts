import { parseArgs } from "node:util";
import { COMPARISONS } from "./comparisons.ts";
import type { Comparison, Scale } from "./harness/comparison.ts";
import { withOpened } from "./harness/opened.ts";
import { Report } from "./harness/report.ts";
import { keepResults } from "./harness/results.ts";

/**
 * `pnpm bench [NAME…]`: measures and writes bench/results.json. `--quick` shows that it still runs, judges nothing and
 * writes nothing. `--clicks N` limits how much history is filled in. Fails only when a result is wrong, never when it
 * is slow.
 */
const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    clicks: { type: "string", default: "10000000" },
    rounds: { type: "string", default: "5" },
  },
});

const FULL: Scale = {
  quick: false,
  rounds: Number(options.rounds),
  seconds: 6,
  warmUpSeconds: 2,
  mostClicks: Number(options.clicks),
};
const QUICK: Scale = { quick: true, rounds: 1, seconds: 0.3, warmUpSeconds: 0.1, mostClicks: 10_000 };

const unknown = names.filter((name) => !COMPARISONS.some((one) => one.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No comparison ${unknown.join(", ")}. There are: ${COMPARISONS.map(({ name }) => name).join(", ")}\n`,
  );
  process.exit(2);
}

async function measure(comparison: Comparison): Promise<void> {
  let text = "";
  const show = (more: string) => process.stdout.write(more);
  const report = new Report(options.quick ? (more) => (text += more) : show, !options.quick);
  report.line(`\n${comparison.name}: ${comparison.title}`);
  const startedAt = performance.now();
  try {
    await withOpened((opened) => comparison.run(options.quick ? QUICK : FULL, report, opened));
    report.line(`(${Math.round((performance.now() - startedAt) / 1_000)} s)`);
  } finally {
    show(text);
  }
  const { checks } = report.findings;
  if (Object.values(checks).includes(false)) process.exitCode = 1;
  if (!options.quick) keepResults(comparison.name, report.findings);
}

const chosen = COMPARISONS.filter(({ name }) => names.length === 0 || names.includes(name)).values();
// Where nothing is judged, they may be in each other's way, and tell what they found when they are through.
const atOnce = options.quick ? 2 : 1;
const ended = await Promise.allSettled(
  Array.from({ length: atOnce }, async () => {
    for (const comparison of chosen) await measure(comparison);
  }),
);
// Not before both have closed what they opened.
for (const end of ended) if (end.status === "rejected") throw end.reason;
if (options.quick) process.stdout.write("\nToo short to judge anything by it.\n");
