import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { orNull } from "./file-errors.ts";
import { type Launch, spawnOptions } from "./launch-account.ts";
import { logTail, openServerLog } from "./server-log.ts";

/** Crash recovery of a large journal takes its time; more than this means that something is stuck. */
const READY_WITHIN_MS = 300_000;
const FAST_SHUTDOWN_MS = 20_000;
const IMMEDIATE_SHUTDOWN_MS = 5_000;

interface PostmasterOptions {
  launch: Launch;
  program: string;
  cluster: string;
  args: string[];
  logPath: string;
  /** Aborting ends a start that is under way. */
  signal: AbortSignal;
  /** Called when the process runs. */
  onLaunch: () => void;
}

/** A running server process. */
export interface Postmaster {
  pid: number;
  exited: Promise<string>;
  stop(): Promise<void>;
}

/** Starts the server and waits until it takes connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { launch, program, cluster, args, logPath, onLaunch } = options;
  const [file, ...words] = [...launch.prefix, program, "-D", cluster, ...args];
  if (file === undefined) throw new Error("There is no program to start.");
  const log = await openServerLog(logPath);
  // A process group of its own: Ctrl-C reaches Node alone, which then closes in order.
  const child = spawn(file, words, {
    ...spawnOptions(launch),
    cwd: cluster,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  const exited = exitOf(child);
  onLaunch();
  const atExit = () => child.kill("SIGINT");
  process.once("exit", atExit);
  void exited.then(() => process.off("exit", atExit));
  try {
    const pid = await untilReady(child, exited, options);
    return { pid, exited, stop: () => stopChild(child, exited) };
  } catch (error) {
    await stopChild(child, exited);
    throw error;
  } finally {
    await log.close();
  }
}

async function untilReady(
  child: ChildProcess,
  exited: Promise<string>,
  options: PostmasterOptions,
): Promise<number> {
  let ended: string | null = null;
  void exited.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (ended === null && Date.now() < deadline && !options.signal.aborted) {
    if (child.pid !== undefined && (await isReady(options.cluster, child.pid))) return child.pid;
    await pause(10);
  }
  const reason = ended ?? (options.signal.aborted ? "stopped while starting" : "not ready in time");
  throw new Error(
    `PostgreSQL did not start (${reason}). ${options.logPath} ends:\n${await logTail(options.logPath)}`,
  );
}

/** Line 8 of the pid file says how far the server is. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  const text = await orNull(readFile(join(cluster, "postmaster.pid"), "utf8"), "ENOENT");
  const lines = text?.split("\n") ?? [];
  return lines[0] === String(pid) && lines[7]?.trim() === "ready";
}

async function stopChild(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill("SIGINT");
  if (await endsWithin(exited, FAST_SHUTDOWN_MS)) return;
  child.kill("SIGQUIT");
  if (await endsWithin(exited, IMMEDIATE_SHUTDOWN_MS)) return;
  child.kill("SIGKILL");
  await exited;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function endsWithin(exited: Promise<string>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const ended = await Promise.race([exited.then(() => true), late]);
  timer.abort();
  return ended;
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signalName) => resolve(signalName ?? `exit code ${code}`));
  });
}
