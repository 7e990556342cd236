import { execFile } from "node:child_process";
import { chown, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { scratchFolder } from "../../testing/scratch-folder.ts";
import {
  end,
  endProcesses,
  firstRow,
  removeFolder,
  startOwner,
  startStranger,
} from "./embedded-server.test-kit.ts";
import { type EmbeddedServer, startEmbeddedServer } from "./embedded-server.ts";
import { FolderInUseError } from "./folder-lock.ts";
import { joinEmbeddedServer } from "./join-server.ts";
import { processStart } from "./process-info.ts";

const FAST = { fsync: "off" };
const NOBODY = 65534;
const MAKE_ROW = "create table kept as select 42 as id";

// Real processes on a busy machine: only a hang should fail for its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let dataDir: string;
let template: string;
const running: EmbeddedServer[] = [];

async function start(settings: Record<string, string> = FAST, folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir: folder, settings });
  running.push(server);
  return server;
}

async function keptRow(server: Pick<EmbeddedServer, "connection">): Promise<unknown> {
  const { id } = await firstRow(server.connection, "select id from kept");
  return id;
}

/** A cluster made beforehand: making one takes a second, and not every test is about that. */
async function readyMade(): Promise<void> {
  // Seven times as fast as node's own cp, and it keeps the owner.
  await promisify(execFile)("cp", ["-Rp", join(template, "postgres"), dataDir]);
}

beforeAll(async () => {
  template = await scratchFolder();
  await (await startEmbeddedServer({ dataDir: template, settings: FAST })).stop();
});

afterAll(() => removeFolder(template));

beforeEach(async () => {
  dataDir = await scratchFolder();
});

afterEach(async () => {
  await endProcesses();
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await removeFolder(dataDir);
});

describe("an ordinary life", () => {
  test("whoever starts it hears when its process runs", async () => {
    await readyMade();
    const onLaunch = vi.fn();
    running.push(await startEmbeddedServer({ dataDir, settings: FAST, onLaunch }));
    expect(onLaunch).toHaveBeenCalledOnce();
  });

  test("first start, clean stop, start again", async () => {
    const first = await start();
    const made = await firstRow(
      first.connection,
      `select current_database() as name, current_user as role, datlocale as locale,
        pg_encoding_to_char(encoding) as encoding, current_setting('listen_addresses') as tcp,
        current_setting('TimeZone') as zone
       from pg_database where datname = current_database()`,
    );
    expect(made).toEqual({
      name: "contentflow",
      role: "contentflow_owner",
      locale: "C.UTF-8",
      encoding: "UTF8",
      tcp: "",
      zone: "UTC",
    });
    await firstRow(first.connection, MAKE_ROW);
    await first.stop();
    await first.exited;
    expect(await processStart(first.pid)).toBeNull();
    expect(await readdir(join(dataDir, "postgres"))).not.toContain("postmaster.pid");

    expect(await keptRow(await start())).toBe(42);
  });

  test("first start after one that was killed half-way", async () => {
    await mkdir(join(dataDir, "postgres.new"));
    await writeFile(join(dataDir, "postgres.new", "PG_VERSION"), "18");
    const server = await start();
    expect(await firstRow(server.connection, "select 1 as one")).toEqual({ one: 1 });
    expect(await readdir(dataDir)).not.toContain("postgres.new");
  });

  test("fsync is on unless a test says otherwise, and only the server's account can reach the folders", async () => {
    await readyMade();
    const { connection } = await start({});
    expect(await firstRow(connection, "show fsync")).toEqual({ fsync: "on" });
    for (const folder of [connection.host, join(dataDir, "postgres")]) {
      expect((await stat(folder)).mode & 0o777, folder).toBe(0o700);
    }
    expect((await stat(dataDir)).mode & 0o007).toBe(0);
  });

  test("a folder whose name is too long for a socket, and odd", async () => {
    const folder = join(dataDir, `with space, comma and "quote" ${"x".repeat(100)}`);
    const server = await start(FAST, folder);
    expect(server.connection.host.startsWith(folder)).toBe(false);
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
    expect(await firstRow(server.connection, "select 1 as one")).toEqual({ one: 1 });
    await server.stop();
    await expect(stat(server.connection.host)).rejects.toThrow("ENOENT");
  });

  test("a folder with an odd name holds its own socket", async () => {
    const folder = join(dataDir, 'a, "b"');
    const server = await start(FAST, folder);
    expect(server.connection.host.startsWith(folder)).toBe(true);
    expect(await firstRow(server.connection, "select 1 as one")).toEqual({ one: 1 });
  });
});

describe("one owner per folder", () => {
  beforeEach(readyMade);

  test("a second start is refused with the owner's pid, in this process and in another", async () => {
    await start();
    const refusal = await start().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderInUseError);
    expect(refusal).toMatchObject({ pid: process.pid, folder: dataDir });
    const { report } = await startOwner(dataDir);
    expect(report).toMatchObject({
      error: "FolderInUseError",
      message: expect.stringContaining(`process ${process.pid} since 20`),
    });
  });

  test("a tool joins the owner's server, and learns that there is none", async () => {
    expect(await joinEmbeddedServer({ dataDir: join(dataDir, "missing") })).toBeNull();
    expect(await joinEmbeddedServer({ dataDir })).toBeNull();
    const { child } = await startOwner(dataDir);
    const joined = await joinEmbeddedServer({ dataDir });
    if (joined === null) throw new Error("nobody to join");
    expect(await firstRow(joined, "select 1 as one")).toEqual({ one: 1 });
    await end(child, "SIGTERM");
    expect(await joinEmbeddedServer({ dataDir })).toBeNull();
  });
});

describe("AC-41 AC-42 after a crash", () => {
  beforeEach(readyMade);

  test("Node killed: the next start needs no hand and has the data", async () => {
    const { child, report } = await startOwner(dataDir);
    if ("error" in report) throw new Error(report.message);
    await firstRow(report.connection, MAKE_ROW);
    await end(child, "SIGKILL");
    expect(await keptRow(await start({}))).toBe(42);
    expect(await processStart(report.serverPid)).toBeNull();
  });

  test("Node killed where nothing tells the server: the next start ends the old one", async () => {
    // Without a PATH there is no setpriv.
    const { child, report } = await startOwner(dataDir, { env: { PATH: "/nowhere" } });
    if ("error" in report) throw new Error(report.message);
    await firstRow(report.connection, MAKE_ROW);
    await end(child, "SIGKILL");
    expect(await processStart(report.serverPid)).not.toBeNull();
    expect(await keptRow(await start({}))).toBe(42);
    expect(await processStart(report.serverPid)).toBeNull();
  });

  test("Node and PostgreSQL killed", async () => {
    const { child, report } = await startOwner(dataDir);
    if ("error" in report) throw new Error(report.message);
    await firstRow(report.connection, MAKE_ROW);
    // Stopped first, so that it cannot start the server again.
    child.kill("SIGSTOP");
    process.kill(report.serverPid, "SIGKILL");
    await end(child, "SIGKILL");
    expect(await keptRow(await start({}))).toBe(42);
  });

  test("PostgreSQL killed: it comes back by itself, as often as it takes", async () => {
    const server = await start({});
    await firstRow(server.connection, MAKE_ROW);
    for (const _ of [1, 2]) {
      const killed = server.pid;
      process.kill(killed, "SIGKILL");
      await vi.waitFor(() => expect(server.pid).not.toBe(killed), { timeout: 5_000 });
      expect(await keptRow(server)).toBe(42);
    }
  });

  test("stopped while it is coming back", async () => {
    const server = await start();
    process.kill(server.pid, "SIGKILL");
    await server.stop();
    expect(await processStart(server.pid)).toBeNull();
    expect(await joinEmbeddedServer({ dataDir })).toBeNull();
  });

  test("pid files that name a stranger do not stand in the way", async () => {
    const server = await start();
    const socketLock = await readFile(join(server.connection.host, ".s.PGSQL.5432.lock"), "utf8");
    const pidFile = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
    await firstRow(server.connection, MAKE_ROW);
    await server.stop();

    // PostgreSQL believes a pid that runs under its own account and is no ancestor of itself.
    const { uid, gid } = await stat(join(dataDir, "postgres"));
    const pid = startStranger({ uid, gid });
    const stranger = (text: string) => text.replace(/^\d+/, String(pid));
    await writeFile(join(dataDir, "postgres", "postmaster.pid"), stranger(pidFile));
    await mkdir(join(dataDir, "postgres-socket"));
    await writeFile(join(dataDir, "postgres-socket", ".s.PGSQL.5432.lock"), stranger(socketLock));
    expect(await keptRow(await start())).toBe(42);
  });
});

describe("whoever starts it", () => {
  test("an ordinary user", async () => {
    const asRoot = process.getuid?.() === 0;
    if (asRoot) await chown(dataDir, NOBODY, NOBODY);
    const first = await startOwner(dataDir, asRoot ? { uid: NOBODY, gid: NOBODY } : {});
    // A checkout that only root can enter: there, a namespace makes the ordinary user.
    const started =
      "error" in first.report && asRoot
        ? await startOwner(await ownFolder(), { prefix: ["unshare", "--user", `--map-user=${NOBODY}`, "--"] })
        : first;
    if ("error" in started.report) throw new Error(started.report.message);
    const { connection, serverPid } = started.report;
    expect(await firstRow(connection, "select current_user as role")).toEqual({ role: "contentflow_owner" });
    await end(started.child, "SIGTERM");
    expect(await processStart(serverPid)).toBeNull();
  });

  test("root, in a folder that only root can enter: it runs all the same, or the folder is named", async () => {
    const closed = join(dataDir, "closed");
    await mkdir(closed, { mode: 0o700 });
    const outcome = await start(FAST, join(closed, "data")).catch((error: unknown) => error);
    if (outcome instanceof Error) {
      expect(outcome.message).toContain(`may not enter ${dataDir}`);
    } else {
      const [server] = running;
      expect(server && (await firstRow(server.connection, "select 1 as one"))).toEqual({ one: 1 });
    }
  });

  async function ownFolder(): Promise<string> {
    await chown(dataDir, 0, 0);
    return dataDir;
  }
});
