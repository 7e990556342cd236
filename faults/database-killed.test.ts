import { afterEach, describe, expect, it } from "vitest";
import { expectSoundBooks, tell } from "./harness/books.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople } from "./harness/people.ts";
import { postgresProcesses, postmasterPid } from "./harness/postgres-processes.ts";
import { until } from "./harness/until.ts";
import { openWorld, type World } from "./harness/world.ts";

const ROUNDS = 2;
const SPOOLED = "contentflow_clicks_spooled_total";

let world: World;
afterEach(() => world.close());

/** A process of PostgreSQL that does the server's work at this moment. */
async function busyBackend(): Promise<number> {
  const [backend] = await world.sql<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'contentflow' order by state_change desc limit 1",
  );
  if (!backend) throw new Error("nobody is connected");
  return backend.pid;
}

async function postmaster(): Promise<number> {
  const pid = await postmasterPid(world.databaseFolder);
  if (pid === undefined) throw new Error("there is no postmaster");
  return pid;
}

async function killed(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  await until(
    "it is gone",
    5_000,
    async () => !(await postgresProcesses(world.databaseFolder)).includes(pid),
  );
}

describe.each(["production", "demo"] as const)("AC-42 PostgreSQL is killed under load (%s)", (kind) => {
  it.each([
    ["the postmaster", postmaster],
    ["one of its processes", busyBackend],
  ])("%s: no known link fails, everything else is 503 and goes on by itself", async (what, victim) => {
    world = await openWorld({ kind });
    const { pid } = world.api;
    const load = startLoad(world, await addPeople(world));
    const readyAfter: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await load.goesOn(30 + 40 * round);
      await killed(await victim());
      readyAfter.push(await world.ready());
    }
    await load.goesOn();
    const spooled = await world.metric(SPOOLED);
    await load.stop();
    await expectSoundBooks(world, load.log, `${what} killed ${ROUNDS} times (${kind})`);
    tell(`ready after ${readyAfter.join(", ")} ms; ${spooled} clicks by way of the spool`);
    expect(world.api.pid, "the same server").toBe(pid);
    expect(load.log.attempts.filter(({ work, outcome }) => work === "click" && outcome !== "done")).toEqual(
      [],
    );
    expect(load.log.attempts.filter(({ outcome }) => outcome === "cut")).toEqual([]);
    expect(load.log.attempts.filter(({ outcome }) => outcome === "unavailable").length).toBeGreaterThan(0);
    expect(spooled, "clicks while it was away").toBeGreaterThan(0);
  });
});

describe.each(["production", "demo"] as const)("AC-41 AC-42 both are killed at once (%s)", (kind) => {
  it("and started again: what was acknowledged is booked, nothing twice", async () => {
    world = await openWorld({ kind });
    const load = startLoad(world, await addPeople(world));
    await load.goesOn(200);
    // Stopped first, so that neither can react to the other's end.
    world.api.signal("SIGSTOP");
    await world.signalPostgres("SIGKILL");
    world.api.signal("SIGKILL");
    await world.api.ended();
    const readyAfter = await startAgain();
    await load.goesOn();
    await load.stop();
    await expectSoundBooks(world, load.log, `both killed (${kind})`);
    tell(`ready after ${readyAfter} ms`);
    expect(readyAfter).toBeLessThan(10_000);
  });
});

/** As a process manager does: while the database is not there yet, the server ends and is started again. */
async function startAgain(): Promise<number> {
  const startedAt = performance.now();
  await until("the server runs again", 10_000, () => world.startApi().catch(() => undefined));
  return Math.round(performance.now() - startedAt);
}
