import { readdir, readFile, readlink } from "node:fs/promises";
import path from "node:path";

/** The processes of the PostgreSQL that works in a data folder: the postmaster first, then its children. */
export async function postgresProcesses(dataDir: string): Promise<number[]> {
  const main = await postmasterPid(dataDir);
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => ((await worksIn(pid, dataDir)) ? [Number(pid)] : [])),
  );
  return found.flat().sort((a, b) => Number(b === main) - Number(a === main));
}

/** The pid in the pid file; undefined when there is none. */
export async function postmasterPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8").catch(() => "");
  return /^\d+/.test(text) ? Number.parseInt(text, 10) : undefined;
}

async function worksIn(pid: string, dataDir: string): Promise<boolean> {
  try {
    const program = await readFile(`/proc/${pid}/comm`, "utf8");
    return (
      program.trim() === "postgres" && (await readlink(`/proc/${pid}/cwd`)) === path.join(dataDir, "postgres")
    );
  } catch {
    // It has ended while it was being looked at.
    return false;
  }
}
