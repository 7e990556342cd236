import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export const MAIN = path.join(ROOT, "apps/api/dist/main.js");
export const CLI = path.join(ROOT, "apps/api/dist/cli.js");
export const RESULTS = path.join(ROOT, "bench/results.json");

/** A program of one of the rivals. */
export function rival(name: string): string {
  return path.join(ROOT, "bench/rivals", `${name}.ts`);
}
