import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Comparison } from "../harness/comparison.ts";
import { MAIN, ROOT } from "../harness/paths.ts";
import { inTurn } from "../harness/rounds.ts";
import { startServer } from "../harness/server-process.ts";
import { median } from "../harness/statistics.ts";

/** As the server does it, with what was compiled before. */
const LOAD = `
  process.getBuiltinModule("node:module").enableCompileCache();
  await import("./apps/api/dist/parts/serve.js");
  await import("./apps/api/dist/parts/run-server.js");`;

export const start: Comparison = {
  name: "start",
  title: "From the second start on, until /readyz",
  async run({ quick, rounds }, report, opened) {
    const { DATA_DIR } = await opened.open(makeFolder);
    const serve = async (): Promise<number> => {
      const server = await opened.open(() =>
        startServer({
          args: [MAIN, "--demo", ...(quick ? ["--empty"] : [])],
          env: { DATA_DIR },
          readyPath: "/readyz",
        }),
      );
      await server.close();
      return server.readyAfterMs;
    };
    // Whether everything runs needs no pages, which may not have been built yet.
    const build = ["tools/build.ts", ...(quick ? ["--api"] : [])];
    timed(...build);
    const first = await serve();
    const samples = await inTurn(rounds, [
      { name: "asking whether the build is up to date", measure: async () => timed(...build) },
      { name: "the server until /readyz", measure: serve },
      {
        name: "of which loading its modules",
        measure: async () => timed("--eval", LOAD),
      },
      { name: "of which Node itself", measure: async () => timed("--eval", "") },
    ]);
    const check = median(samples["asking whether the build is up to date"] ?? []);
    const server = median(samples["the server until /readyz"] ?? []);
    report.section(`Median of ${rounds}`);
    report.table("step", {
      "the first start, with a database to make and fill": { ms: first },
      ...Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, { ms: median(times) }])),
    });
    report.under("build and server in s", (check + server) / 1_000, 3);
    report.under("the server in s", server / 1_000, 1);
  },
};

async function makeFolder() {
  const DATA_DIR = await mkdtemp(path.join(tmpdir(), "contentflow-bench-"));
  return { DATA_DIR, close: () => rm(DATA_DIR, { recursive: true, force: true }) };
}

function timed(...args: string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - startedAt;
}
