import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { expectSoundBooks, tell } from "./harness/books.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople } from "./harness/people.ts";
import { until } from "./harness/until.ts";
import { openWorld, type World } from "./harness/world.ts";

const ROUNDS = 2;

let world: World;
afterEach(() => world.close());

describe.each(["production", "demo"] as const)("AC-41 the server is killed under load (%s)", (kind) => {
  it("and started again: what it acknowledged is booked, nothing twice, without a hand", async () => {
    world = await openWorld({ kind });
    const load = startLoad(world, await addPeople(world));
    const readyAfter: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      // At another moment of the work each time.
      await load.goesOn(30 + 40 * round);
      world.api.signal("SIGKILL");
      expect(await world.api.ended()).toBe("SIGKILL");
      readyAfter.push(await world.startApi());
    }
    await load.goesOn();
    await load.stop();
    await expectSoundBooks(world, load.log, `killed ${ROUNDS} times (${kind})`);
    expect(load.log.count("click", "cut")).toBeGreaterThan(0);
    tell(`ready after ${readyAfter.join(", ")} ms`);
    expect(Math.max(...readyAfter)).toBeLessThan(10_000);
  });
});

it("AC-41 AC-42 the server is killed with clicks in its spool: they are booked once by the next one", async () => {
  world = await openWorld();
  const load = startLoad(world, await addPeople(world), { events: 0, withdrawals: 0 });
  await load.goesOn();
  const downSince = performance.now();
  await world.stopPostgres();
  await until("clicks go to the spool", 10_000, async () => (await world.metric(SPOOLED)) > 50);
  expect(load.log.count("click", "done", downSince)).toBeGreaterThan(50);
  world.api.signal("SIGKILL");
  await world.api.ended();
  expect(await spooled()).toBeGreaterThan(0);
  await world.startPostgres();
  await world.startApi();
  await load.goesOn();
  await load.stop();
  await expectSoundBooks(world, load.log, "killed with clicks in its spool");
  await until("the spool is empty", 10_000, async () => (await spooled()) === 0);
});

const SPOOLED = "contentflow_clicks_spooled_total";

async function spooled(): Promise<number> {
  return (await readdir(path.join(world.apiFolder, "spool"))).filter((name) => !name.endsWith(".tmp")).length;
}
