import { execFile } from "node:child_process";
import { glob, mkdtemp, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { unpackChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    chromium: { executablePath: string; env: Record<string, string> };
  }
}

const run = promisify(execFile);
const WEB = path.resolve(import.meta.dirname, "..");
const SOURCES = ["apps/web/{src,public}/**", "apps/web/*.{html,ts,json}", "packages/domain/src/**"];

/** The pages as they are served, and a browser to look at them with. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildPages();
  const folder = await mkdtemp(path.join(tmpdir(), "contentflow-browser-"));
  project.provide("chromium", await unpackChromium(folder));
  return () => rm(folder, { recursive: true, force: true });
}

/** As `pnpm build` does, in a process of its own: this one says everywhere that it is a test. */
async function buildPages(): Promise<void> {
  if (!(await isStale())) return;
  const require = createRequire(path.join(WEB, "package.json"));
  const vite = path.join(path.dirname(require.resolve("vite/package.json")), "bin/vite.js");
  const { NODE_ENV: _, ...env } = process.env;
  await run(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: WEB, env });
}

async function isStale(): Promise<boolean> {
  const built = await stat(path.join(WEB, "dist/index.html")).catch(() => null);
  if (!built) return true;
  for await (const file of glob(SOURCES, { cwd: path.resolve(WEB, "../..") })) {
    const { mtimeMs } = await stat(path.resolve(WEB, "../..", file));
    if (mtimeMs > built.mtimeMs) return true;
  }
  return false;
}
