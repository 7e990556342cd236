import { execFile } from "node:child_process";
import { readdir, readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { ServerLog } from "./embedded-connection.ts";
import { orNull } from "./file-errors.ts";
import type { FolderLayout } from "./folder-layout.ts";
import { processStart, signal } from "./process-info.ts";

const run = promisify(execFile);
const PROGRAMS = ["postgres", "initdb"];

/** How long each way of asking gets, the gentlest first. */
const ESCALATION: { name: NodeJS.Signals; waitMs: number }[] = [
  { name: "SIGINT", waitMs: 10_000 },
  { name: "SIGQUIT", waitMs: 5_000 },
  { name: "SIGKILL", waitMs: 5_000 },
];

/**
 * Ends what an earlier owner of the folder has left running, and removes its pid file. Call it as the owner of
 * the folder only.
 *
 * PostgreSQL refuses to start while the pid in that file is taken, be it by a zombie or by a stranger who was given
 * the number after a reboot; with no server process left, the file says nothing.
 */
export async function endLeftOverServer(layout: FolderLayout, pgCtl: string, log: ServerLog): Promise<void> {
  if (process.platform === "win32") {
    // pg_ctl checks by itself whose pid it is.
    await run(pgCtl, ["stop", "-D", layout.cluster, "-m", "fast"]).catch(() => null);
    return;
  }
  let left = await serverProcesses(layout);
  if (left.length > 0)
    log.warn(`Ending the database server that an earlier run left behind (${left.join(", ")}).`);
  for (const { name, waitMs } of ESCALATION) {
    // Fast shutdown is the postmaster's business; its children get harder signals only if it is not there to tell them.
    const main = await postmasterPid(layout.cluster);
    const targets = name === "SIGINT" ? left.filter((pid) => pid === main) : left;
    for (const pid of targets) signal(pid, name);
    const until = Date.now() + (targets.length === 0 ? 2_000 : waitMs);
    while (left.length > 0 && Date.now() < until) {
      await pause(20);
      left = await serverProcesses(layout);
    }
  }
  if (left.length > 0)
    throw new Error(`The old database server does not end (processes ${left.join(", ")}).`);
  await rm(join(layout.cluster, "postmaster.pid"), { force: true });
}

/** The pid in the cluster's pid file, alive or not. */
async function postmasterPid(cluster: string): Promise<number | null> {
  const text = await orNull(readFile(join(cluster, "postmaster.pid"), "utf8"), "ENOENT");
  const pid = Number.parseInt(text ?? "", 10);
  return Number.isNaN(pid) ? null : pid;
}

/** Live processes of PostgreSQL that work on this folder's cluster, finished or half made. */
async function serverProcesses(layout: FolderLayout): Promise<number[]> {
  if (process.platform !== "linux") return postmasterOnly(layout.cluster);
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => ((await worksOn(pid, layout)) ? [Number(pid)] : [])),
  );
  return found.flat();
}

async function worksOn(pid: string, layout: FolderLayout): Promise<boolean> {
  const gone = ["ENOENT", "ESRCH"];
  const program = await orNull(readFile(`/proc/${pid}/comm`, "utf8"), ...gone);
  if (program === null || !PROGRAMS.includes(program.trim())) return false;
  const folders = [layout.cluster, layout.freshCluster];
  const workingDirectory = await orNull(readlink(`/proc/${pid}/cwd`), ...gone, "EACCES");
  if (workingDirectory !== null) return folders.includes(workingDirectory);
  // In containers even root may not look at other accounts' working directories, but at their command lines.
  const command = await orNull(readFile(`/proc/${pid}/cmdline`, "utf8"), ...gone);
  return command?.split("\0").some((word) => folders.includes(word)) ?? false;
}

async function postmasterOnly(cluster: string): Promise<number[]> {
  const pid = await postmasterPid(cluster);
  if (pid === null || (await processStart(pid)) === null) return [];
  const shown = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => null);
  return shown?.stdout.includes(cluster) ? [pid] : [];
}
