import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { expectSoundBooks, tell } from "./harness/books.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople } from "./harness/people.ts";
import { openWorld, type World } from "./harness/world.ts";

const run = promisify(execFile);

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function open(...options: Parameters<typeof openWorld>): Promise<World> {
  const world = await openWorld(...options);
  opened.push(world);
  return world;
}

async function emptyFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "cf-restored-")));
  opened.push({ close: () => rm(folder, { recursive: true, force: true }) });
  return folder;
}

it("a copy of the files under load, as a base backup makes it, is restored into a new server: the books balance", async () => {
  const world = await open();
  const load = startLoad(world, await addPeople(world));
  await load.goesOn(60);
  const acknowledged = [...load.log.clicks].filter(([, answered]) => answered).map(([host]) => host);
  const restored = await emptyFolder();

  const client = await world.connect();
  await client.query("select pg_backup_start('test', true)");
  await copyCluster(world.databaseFolder, restored);
  const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  // The journal up to the end of the backup: a base backup takes it along, too.
  await copyJournal(world.databaseFolder, restored);
  await writeFile(path.join(restored, "postgres/backup_label"), rows[0]?.labelfile ?? "");
  await client.end();
  await load.goesOn();
  await load.stop();
  await expectSoundBooks(world, load.log, "copied under load");

  const copy = await open({ databaseFolder: restored });
  const { code, output } = await copy.verify();
  expect(code, output).toBe(0);
  const kept = await copy.sql<{ host: string }>("select referrer_host as host from metric_events");
  const hosts = new Set(kept.map(({ host }) => host));
  expect(
    acknowledged.filter((host) => !hosts.has(host)),
    "what was acknowledged before the backup",
  ).toEqual([]);
  tell(
    `restored with ${kept.length} events, ${acknowledged.length} clicks were acknowledged before; ${lastLine(output)}`,
  );
});

it("the demo's folder, copied while it is stopped, runs as it is: the books balance", async () => {
  const world = await open({ kind: "demo" });
  const load = startLoad(world, await addPeople(world));
  await load.goesOn();
  await load.stop();
  world.api.signal("SIGTERM");
  expect(await world.api.ended()).toBe(0);
  const restored = await emptyFolder();
  await run("cp", ["-Rp", `${world.apiFolder}/.`, restored]);
  await world.startApi();

  const copy = await open({ kind: "demo", apiFolder: restored });
  await expectSoundBooks(copy, load.log, "the demo's folder copied");
});

async function copyCluster(from: string, to: string): Promise<void> {
  const cluster = path.join(to, "postgres");
  // Files may grow, shrink and vanish meanwhile: the journal makes up for it.
  await run("cp", ["-Rp", path.join(from, "postgres"), cluster]).catch(() => undefined);
  for (const name of ["postmaster.pid", "postmaster.opts"])
    await rm(path.join(cluster, name), { force: true });
}

async function copyJournal(from: string, to: string): Promise<void> {
  const journal = path.join(to, "postgres/pg_wal");
  await rm(journal, { recursive: true });
  await run("cp", ["-Rp", path.join(from, "postgres/pg_wal"), journal]);
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
