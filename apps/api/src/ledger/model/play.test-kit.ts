import fc from "fast-check";
import { expect } from "vitest";
import type { Command, Player } from "./command.test-kit.ts";
import { EPCS, openStage, Real, type Stage } from "./stage.test-kit.ts";
import type { Tally } from "./tally.test-kit.ts";
import { newWorld, type World } from "./world.test-kit.ts";

export interface History {
  /** What a click on the own link of each partner earns, in micro-euros. */
  readonly ownEpcs: readonly [bigint, bigint];
  readonly commands: readonly Command[];
}

/** Plays one history with new people; fails with the first step after which program and model differ. */
export async function play(stage: Stage, { ownEpcs, commands }: History, tally: Tally): Promise<void> {
  const real = await Real.start(stage, ownEpcs);
  await fc.asyncModelRun<World, Player, false, World>(
    () => ({ model: newWorld(EPCS[0], ownEpcs), real: { real, tally } }),
    commands,
  );
}

/** Lends a stage, and proves its books afterwards. */
export async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage();
  try {
    await work(stage);
    expect(await stage.differences()).toEqual([]);
  } finally {
    await stage.close();
  }
}
