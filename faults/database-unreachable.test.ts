import { afterEach, describe, expect, it } from "vitest";
import type { AckLog } from "./harness/ack-log.ts";
import { ask } from "./harness/ask.ts";
import { expectSoundBooks, tell } from "./harness/books.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople } from "./harness/people.ts";
import { startTcpProxy, type TcpProxy } from "./harness/tcp-proxy.ts";
import { until } from "./harness/until.ts";
import { openWorld, type World } from "./harness/world.ts";

/** Nobody waits longer, whatever became of the database. */
const ANSWERED_WITHIN_MS = 5_000;

let world: World;
let proxy: TcpProxy | undefined;
afterEach(async () => {
  await world.close();
  await proxy?.close();
  proxy = undefined;
});

interface Fault {
  readonly open: () => Promise<World>;
  readonly begin: () => Promise<unknown> | unknown;
  readonly end: () => Promise<unknown> | unknown;
}

function overNetwork(): Promise<World> {
  return openWorld({
    databaseUrl: async (connection) => {
      proxy = await startTcpProxy(connection);
      return proxy.url;
    },
  });
}

const FAULTS: Record<string, Fault> = {
  "PostgreSQL is frozen": {
    open: () => openWorld(),
    begin: () => world.signalPostgres("SIGSTOP"),
    end: () => world.signalPostgres("SIGCONT"),
  },
  "PostgreSQL, the server's own, is frozen": {
    open: () => openWorld({ kind: "demo" }),
    begin: () => world.signalPostgres("SIGSTOP"),
    end: () => world.signalPostgres("SIGCONT"),
  },
  "the network resets everything": {
    open: overNetwork,
    begin: () => proxy?.reset(),
    end: () => proxy?.mend(),
  },
  "the network swallows everything": {
    open: overNetwork,
    begin: () => proxy?.swallow(),
    end: () => proxy?.mend(),
  },
};

describe.each(Object.entries(FAULTS))("AC-43 %s", (title, fault) => {
  it("503 within 5 s and no hang; afterwards all goes on by itself", async () => {
    world = await fault.open();
    const { pid } = world.api;
    const load = startLoad(world, await addPeople(world));
    await load.goesOn(100);
    const since = performance.now();
    await fault.begin();
    const { status, tookMs } = await ask(world.port, "/readyz");
    expect(status).toBe(503);
    expect(tookMs).toBeLessThan(ANSWERED_WITHIN_MS);
    await until("everybody has been told", 20_000, () => hasTold(load.log, since));
    const during = load.log.since(since);
    await fault.end();
    const readyAfter = await world.ready();
    await load.goesOn();
    await load.stop();
    await expectSoundBooks(world, load.log, title);
    tell(`ready after ${readyAfter} ms; slowest answer meanwhile ${load.log.slowest(since)} ms`);
    expect(during.filter(({ tookMs: took }) => took > ANSWERED_WITHIN_MS)).toEqual([]);
    expect(load.log.attempts.filter(({ work, outcome }) => work === "click" && outcome !== "done")).toEqual(
      [],
    );
    expect(world.api.pid, "the same server").toBe(pid);
  });
});

/** Each kind of work had its answer since the fault; clicks went on. */
function hasTold(log: AckLog, since: number): boolean {
  return (
    log.count("events", "unavailable", since) >= 2 &&
    log.count("request", "unavailable", since) + log.count("decision", "unavailable", since) >= 3 &&
    log.count("click", "done", since) >= 20
  );
}
