import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
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
const BUILD = path.resolve(import.meta.dirname, "../../../tools/build.ts");

/** The pages as they are served, and a browser to look at them with. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildPages();
  const folder = await mkdtemp(path.join(tmpdir(), "contentflow-browser-"));
  project.provide("chromium", await unpackChromium(folder));
  return () => rm(folder, { recursive: true, force: true });
}

/** As `pnpm build` does, if need be, in a process of its own: this one says everywhere that it is a test. */
async function buildPages(): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  await run(process.execPath, [BUILD], { env });
}
