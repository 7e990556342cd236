import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { expectSoundBooks, tell } from "./harness/books.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople } from "./harness/people.ts";
import { mountSmallDisk, type SmallDisk } from "./harness/small-disk.ts";
import { until } from "./harness/until.ts";
import { openWorld, type World } from "./harness/world.ts";

const DATABASE_MB = 200;
const SPOOL_MB = 1;
const NOTICED_WITHIN_MS = 30_000;

let disk: SmallDisk;
let world: World | undefined;

beforeEach(() => {
  world = undefined;
});
afterEach(async () => {
  await world?.close();
  await disk.close();
});

it("AC-43 PostgreSQL's disk is full: errors, no partial row, and it goes on once there is room", async () => {
  disk = await mountSmallDisk(DATABASE_MB);
  const databaseFolder = path.join(disk.folder, "db");
  await mkdir(databaseFolder);
  // Small segments, so that a full disk is noticed soon.
  world = await openWorld({ databaseFolder, postgres: { max_wal_size: "32MB", min_wal_size: "32MB" } });
  const { pid } = world.api;
  const load = startLoad(world, await addPeople(world), { events: 4 });
  await load.goesOn(100);
  const fullSince = performance.now();
  await disk.fill();
  await until("it is noticed", NOTICED_WITHIN_MS, async () => {
    // Whatever is freed meanwhile (a segment that is not needed any more) is taken too.
    await disk.fill();
    return (
      load.log.count("events", "unavailable", fullSince) >= 4 &&
      load.log.count("request", "unavailable", fullSince) +
        load.log.count("decision", "unavailable", fullSince) >=
        4
    );
  });
  const clicksMeanwhile = load.log.count("click", "done", fullSince);
  await disk.makeRoom();
  const readyAfter = await world.ready();
  await load.goesOn();
  await load.stop();
  await expectSoundBooks(world, load.log, "PostgreSQL's disk full");
  tell(
    `ready ${readyAfter} ms after there was room; ${clicksMeanwhile} clicks answered while there was none`,
  );
  expect(load.log.attempts.filter(({ work, outcome }) => work === "click" && outcome !== "done")).toEqual([]);
  expect(clicksMeanwhile).toBeGreaterThan(0);
  expect(world.api.pid, "the same server").toBe(pid);
});

it("AC-43 the spool's disk is full: no click is acknowledged that is not kept", async () => {
  disk = await mountSmallDisk(SPOOL_MB);
  world = await openWorld({ apiFolder: disk.folder });
  const load = startLoad(world, await addPeople(world), { events: 0, withdrawals: 0 });
  await load.goesOn();
  await disk.fill();
  await load.goesOn();
  expect(load.log.count("click", "unavailable"), "with a database, no spool is needed").toBe(0);

  const downSince = performance.now();
  await world.stopPostgres();
  await until(
    "clicks are refused",
    NOTICED_WITHIN_MS,
    () => load.log.count("click", "unavailable", downSince) >= 20,
  );
  await disk.makeRoom();
  const roomSince = performance.now();
  await until("clicks are taken", NOTICED_WITHIN_MS, () => load.log.count("click", "done", roomSince) >= 20);
  await world.startPostgres();
  await world.ready();
  await load.goesOn();
  await load.stop();
  await expectSoundBooks(world, load.log, "the spool's disk full");
  const { apiFolder } = world;
  await until("the spool is worked off", 10_000, async () => {
    const left = await readdir(path.join(apiFolder, "spool"));
    return left.every((name) => name.endsWith(".tmp"));
  });
});
