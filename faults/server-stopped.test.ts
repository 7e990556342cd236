import { afterEach, describe, expect, it } from "vitest";
import { expectSoundBooks, tell } from "./harness/books.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople } from "./harness/people.ts";
import { openWorld, type World } from "./harness/world.ts";

const ROUNDS = 2;
const STOPS_WITHIN_MS = 15_000;

let world: World;
afterEach(() => world.close());

async function stopped(signal: NodeJS.Signals): Promise<{ end: unknown; tookMs: number }> {
  const startedAt = performance.now();
  world.api.signal(signal);
  const end = await world.api.ended();
  return { end, tookMs: Math.round(performance.now() - startedAt) };
}

describe.each(["production", "demo"] as const)("AC-45 SIGTERM under load (%s)", (kind) => {
  it("ends it cleanly within 15 s, and what it acknowledged is booked", async () => {
    world = await openWorld({ kind });
    const load = startLoad(world, await addPeople(world));
    const took: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await load.goesOn(30 + 40 * round);
      const { end, tookMs } = await stopped("SIGTERM");
      expect(end).toBe(0);
      took.push(tookMs);
      await world.startApi();
    }
    await load.goesOn();
    await load.stop();
    await expectSoundBooks(world, load.log, `SIGTERM ${ROUNDS} times (${kind})`);
    tell(`ended after ${took.join(", ")} ms`);
    expect(Math.max(...took)).toBeLessThan(STOPS_WITHIN_MS);
  });
});

it("AC-45 SIGTERM while PostgreSQL is frozen: within 15 s all the same, and nothing acknowledged is lost", async () => {
  world = await openWorld();
  const load = startLoad(world, await addPeople(world));
  await load.goesOn(100);
  await world.signalPostgres("SIGSTOP");
  const { tookMs } = await stopped("SIGTERM");
  await world.signalPostgres("SIGCONT");
  await world.startApi();
  await load.goesOn();
  await load.stop();
  await expectSoundBooks(world, load.log, "SIGTERM while PostgreSQL is frozen");
  tell(`ended after ${tookMs} ms`);
  expect(tookMs).toBeLessThan(STOPS_WITHIN_MS);
});
