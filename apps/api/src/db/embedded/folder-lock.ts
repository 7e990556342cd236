import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { EmbeddedConnection } from "./embedded-connection.ts";
import { hasCode, orNull } from "./file-errors.ts";
import { processStart } from "./process-info.ts";

const LOCK_FILE = /^postgres\.lock\.(\d+)$/;
const HALF_WRITTEN_MS = 5_000;

/** The process that owns a data folder. */
interface FolderHolder {
  pid: number;
  /** Tells this process from a later one with the same pid. */
  processStart: string;
  /** ISO time at which the folder was taken. */
  since: string;
  /** Present once its server has been ready. */
  connection?: EmbeddedConnection;
  /** True after a clean end: the file stays, nobody holds the folder. */
  released?: true;
}

/** Another live process owns the data folder. */
export class FolderInUseError extends Error {
  readonly folder: string;
  readonly pid: number;
  readonly since: string;

  constructor(folder: string, holder: FolderHolder) {
    super(`The data folder ${folder} is in use by process ${holder.pid} since ${holder.since}.`);
    this.name = "FolderInUseError";
    this.folder = folder;
    this.pid = holder.pid;
    this.since = holder.since;
  }
}

export interface FolderLock {
  /** Lets command-line tools find the running server. */
  publish(connection: EmbeddedConnection): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes this process the one owner of the folder.
 *
 * The lock is the file with the highest number. Each owner creates the next number exclusively, and the highest is
 * never deleted: so of two processes that find the same dead owner one fails to create its file, and nobody can
 * delete a lock that was taken since they looked.
 *
 * @throws FolderInUseError when a live process has it, this one included.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const self = { pid: process.pid, processStart: (await processStart(process.pid)) ?? "unknown" };
  for (;;) {
    const top = await highestLock(dataDir);
    const holder = await liveHolder(dataDir, top);
    if (holder !== null) throw new FolderInUseError(dataDir, holder);

    const mine: FolderHolder = { ...self, since: new Date().toISOString() };
    const path = lockPath(dataDir, top + 1);
    try {
      await writeFile(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
    } catch (error) {
      if (hasCode(error, "EEXIST")) continue;
      throw error;
    }
    if ((await highestLock(dataDir)) !== top + 1) {
      await rm(path, { force: true });
      continue;
    }
    await removeLower(dataDir, top);
    return {
      publish: (connection) => replace(path, { ...mine, connection }),
      release: () => replace(path, { ...mine, released: true }),
    };
  }
}

/** The live process that owns the folder, or null. */
export async function folderHolder(dataDir: string): Promise<FolderHolder | null> {
  return liveHolder(dataDir, await highestLock(dataDir));
}

async function liveHolder(dataDir: string, number: number): Promise<FolderHolder | null> {
  if (number === 0) return null;
  const holder = await readHolder(lockPath(dataDir, number));
  if (holder === null || holder.released) return null;
  return (await processStart(holder.pid)) === holder.processStart ? holder : null;
}

async function readHolder(path: string): Promise<FolderHolder | null> {
  for (;;) {
    const text = await orNull(readFile(path, "utf8"), "ENOENT");
    const holder = text === null ? null : parseHolder(text);
    if (text === null || holder !== null) return holder;
    // Created a moment ago and not written yet, unless its maker died in between.
    const made = await orNull(stat(path), "ENOENT");
    if (made === null || Date.now() - made.mtimeMs > HALF_WRITTEN_MS) return null;
    await pause(20);
  }
}

function parseHolder(text: string): FolderHolder | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function highestLock(dataDir: string): Promise<number> {
  const names = (await orNull(readdir(dataDir), "ENOENT")) ?? [];
  return Math.max(0, ...names.map((name) => Number.parseInt(LOCK_FILE.exec(name)?.[1] ?? "0", 10)));
}

async function removeLower(dataDir: string, below: number): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const number = Number.parseInt(LOCK_FILE.exec(name)?.[1] ?? "", 10);
    if (number <= below) await rm(join(dataDir, name), { force: true });
  }
}

async function replace(path: string, holder: FolderHolder): Promise<void> {
  const draft = `${path}.draft`;
  try {
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
    await rename(draft, path);
  } catch (error) {
    // Somebody has removed the whole folder: then there is nothing left to hold.
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function lockPath(dataDir: string, number: number): string {
  return join(dataDir, `postgres.lock.${number}`);
}
