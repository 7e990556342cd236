import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    model?: { readonly minutes?: number; readonly seed?: number; readonly path?: string };
  }
}

/**
 * The model of money, with 300 new histories, or for as long as one likes: `--minutes N`. A failure tells a seed and a path;
 * `--seed S --path P` plays that history again, `--seed S` all that begin with that seed.
 */
const { values } = parseArgs({
  options: { minutes: { type: "string" }, seed: { type: "string" }, path: { type: "string" } },
});

const vitest = await startVitest("test", ["apps/api/src/ledger/model/model.test.ts"], {
  watch: false,
  project: ["api"],
  provide: {
    model: {
      ...(values.minutes !== undefined && { minutes: toNumber("minutes", values.minutes) }),
      ...(values.seed !== undefined && { seed: toNumber("seed", values.seed) }),
      ...(values.path !== undefined && { path: values.path }),
    },
  },
});
await vitest.close();

function toNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new Error(`--${name} must be a number, not "${text}"`);
  return value;
}
