import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compress } from "./compress.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const WEB = path.join(ROOT, "apps/web");
const WEB_INPUTS = [
  "apps/web/{index,sandbox}.html",
  "apps/web/{package.json,vite.config.ts}",
  "tools/{build,prerender,compress}.ts",
  "apps/web/{src,public}/**/*",
  "packages/domain/src/**/*",
  "pnpm-lock.yaml",
];
/** Outside `dist`, whose files are all served. */
const WEB_STAMP = path.join(WEB, "node_modules/.cache/built-from");

buildApi();
await buildWeb();

/** The compiler keeps its own account of what changed: a build of nothing takes a quarter of a second. */
function buildApi(): void {
  const compiler = path.join(ROOT, "node_modules/typescript/lib/tsc.js");
  const { status } = spawnSync(process.execPath, [compiler, "-b", "apps/api/tsconfig.build.json"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Bundling takes seconds, so it is done only when what goes in is not what the last build was made from. */
async function buildWeb(): Promise<void> {
  const inputs = hashOfInputs();
  if (existsSync(path.join(WEB, "dist/index.html")) && stamp() === inputs) return;
  // Removed first: a build that is cut short must not look finished.
  rmSync(WEB_STAMP, { force: true });
  process.stderr.write("Building the web app…\n");
  const { build } = await import("vite");
  const { prerender } = await import("./prerender.ts");
  await build({ root: WEB, logLevel: "warn" });
  await prerender(WEB);
  compress(path.join(WEB, "dist"));
  mkdirSync(path.dirname(WEB_STAMP), { recursive: true });
  writeFileSync(WEB_STAMP, inputs);
}

function hashOfInputs(): string {
  const hash = createHash("sha256");
  const files = globSync(WEB_INPUTS, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${path.relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function stamp(): string | undefined {
  return existsSync(WEB_STAMP) ? readFileSync(WEB_STAMP, "utf8") : undefined;
}
