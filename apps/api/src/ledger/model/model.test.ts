import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { COUNTEREXAMPLES } from "./counterexamples.test-kit.ts";
import { histories } from "./histories.test-kit.ts";
import { onStage, play } from "./play.test-kit.ts";
import { openStage, type Stage } from "./stage.test-kit.ts";
import { Tally } from "./tally.test-kit.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** From `pnpm test:model`; absent in the ordinary test. */
    model?: { readonly minutes?: number; readonly seed?: number; readonly path?: string };
  }
}

const asked = inject("model");
/** The ordinary test plays few, always the same; `pnpm test:model`, which CI runs as well, many and always others. */
const RUNS = asked ? 300 : 60;
const ORDINARY_SEED = 12;
const MINUTE = 60_000;
/** For each so many histories, everything must have come out in every way once. */
const PER_OUTCOME = 100;
const { minutes = 0, seed = asked ? Date.now() % 2 ** 31 : ORDINARY_SEED, path } = asked ?? {};

describe("the model of money", () => {
  it(
    "answers like the program, and has the same balances, through random histories",
    async () => {
      const tally = new Tally();
      const start = performance.now();
      let runs = 0;
      // On a database of its own each time: one that has seen more becomes slower.
      for (let round = 0; round === 0 || performance.now() - start < minutes * MINUTE; round += 1) {
        await onStage((stage) =>
          fc.assert(
            fc.asyncProperty(histories, async (history) => {
              await play(stage, history, tally);
              runs += 1;
            }),
            {
              numRuns: RUNS,
              seed: seed + round,
              ...(path !== undefined && { path, endOnFailure: true }),
            },
          ),
        );
      }
      if (asked) process.stdout.write(`${runs} histories from seed ${seed}: ${tally}\n`);
      expect(tally.unexpected()).toEqual([]);
      if (path === undefined)
        expect(tally.missing(runs / PER_OUTCOME), `too seldom in ${runs} histories`).toEqual([]);
    },
    (minutes + 15) * MINUTE,
  );

  it("finds nothing proven by histories in which something never happened", () => {
    const tally = new Tally();
    tally.add("click counted");
    expect(tally.missing(1)).toContain("pay done");
    expect(tally.missing(1)).not.toContain("click counted");
    expect(tally.missing(2)).toContain("click counted");
  });
});

describe("the model holds where it once did not:", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    expect(await stage.differences()).toEqual([]);
    await stage.close();
  });

  it.each(COUNTEREXAMPLES)("$found", (history) => play(stage, history, new Tally()));
});
