import { chmod, mkdir, realpath, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { ensureCluster } from "./database-cluster.ts";
import type { EmbeddedConnection, ServerLog } from "./embedded-connection.ts";
import { ensureDatabase } from "./ensure-database.ts";
import { hasCode, orNull } from "./file-errors.ts";
import { folderLayout } from "./folder-layout.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { chooseLaunch } from "./launch-account.ts";
import { findBinaries } from "./postgres-binaries.ts";
import { type Postmaster, startPostmaster } from "./postmaster.ts";
import { makeEndpoint } from "./server-endpoint.ts";
import { endLeftOverServer } from "./server-processes.ts";
import { type ServerSettings, settingsArguments } from "./server-settings.ts";
import { supervise } from "./server-supervisor.ts";

const START_ATTEMPTS = 4;
const SILENT: ServerLog = { info: () => {}, warn: () => {} };

interface EmbeddedServerOptions {
  /** The application's folder; the database is in its subfolder `postgres`. Made if missing. */
  dataDir: string;
  log?: ServerLog;
  settings?: ServerSettings;
  /** Called when a program of PostgreSQL's has been started and is waited for; perhaps more than once. */
  onLaunch?: (() => void) | undefined;
}

/** The application's own PostgreSQL. If its process dies it comes back by itself, at the same place. */
export interface EmbeddedServer {
  readonly connection: EmbeddedConnection;
  /** Pid of the server process; another one after it has come back. */
  readonly pid: number;
  /** Settles once the server has been stopped for good. */
  readonly exited: Promise<void>;
  /** Ends the connections, writes everything down, ends the server and gives the folder up. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a folder, which this process then owns until `stop()`. Call it from the main thread: the
 * server ends when the thread that started it does.
 *
 * @throws FolderInUseError when another live process owns the folder; Error that says what to do when PostgreSQL
 * cannot run here.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  try {
    const dataDir = await ensureFolder(options.dataDir);
    const lock = await lockFolder(dataDir);
    try {
      return await startOwned(dataDir, lock, options);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
    const advice =
      "Start the application as the account that the folder belongs to, or choose another folder.";
    throw new Error(
      `This account may not use the data folder ${options.dataDir} (${error.message}). ${advice}`,
      {
        cause: error,
      },
    );
  }
}

async function startOwned(
  dataDir: string,
  lock: FolderLock,
  { log = SILENT, settings = {}, onLaunch = () => {} }: EmbeddedServerOptions,
): Promise<EmbeddedServer> {
  const layout = folderLayout(dataDir);
  const binaries = await findBinaries(layout.libraries);
  const launch = await chooseLaunch(binaries, dataDir);
  await endLeftOverServer(layout, binaries.pgCtl, log);
  const { connection, clear, remove } = await makeEndpoint(layout, launch.account);

  const start = async (signal: AbortSignal): Promise<Postmaster> => {
    await endLeftOverServer(layout, binaries.pgCtl, log);
    await clear();
    const args = settingsArguments(connection, settings);
    const { cluster, log: logPath } = layout;
    const program = binaries.postgres;
    return startPostmaster({ launch, program, cluster, args, logPath, signal, onLaunch });
  };

  let postmaster: Postmaster | undefined;
  try {
    const { fsync = "on" } = settings;
    await ensureCluster(layout, binaries, launch, { durable: fsync !== "off", onLaunch });
    postmaster = await retried(() => start(new AbortController().signal));
    await ensureDatabase(connection);
    await lock.publish(connection);
  } catch (error) {
    await postmaster?.stop();
    await remove();
    throw error;
  }

  const supervisor = supervise(postmaster, start, log);
  const ended = Promise.withResolvers<void>();
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await supervisor.stop();
    await remove();
    await lock.release();
    ended.resolve();
  };
  return {
    connection,
    exited: ended.promise,
    get pid() {
      return supervisor.pid;
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

// Old server processes that cannot be seen (another account's, in some containers) still hold shared memory for a
// moment after their postmaster's death.
async function retried(start: () => Promise<Postmaster>): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      const mayPass = error instanceof Error && /still in use|already exists/.test(error.message);
      if (!mayPass || attempt === START_ATTEMPTS) throw error;
      await pause(500);
    }
  }
}

async function ensureFolder(path: string): Promise<string> {
  if ((await orNull(stat(path), "ENOENT")) === null) {
    await mkdir(path, { recursive: true });
    // Mails and secrets of the application lie next to the database.
    await chmod(path, 0o700);
  }
  return realpath(path);
}
