import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { ask } from "./ask.ts";
import { until } from "./until.ts";

const DIST = path.resolve(import.meta.dirname, "../../apps/api/dist");
const START_WITHIN_MS = 30_000;

/** How a process ended: its exit code, or the signal that killed it. */
export type End = number | NodeJS.Signals;

/** The production build as a process. Its port stays the same when it is started again, as behind a proxy. */
export interface ApiProcess {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from starting the process until `/readyz` said so. */
  readonly readyAfterMs: number;
  signal(name: NodeJS.Signals): void;
  ended(): Promise<End>;
}

export interface ApiSettings {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Gets everything that the process writes. */
  readonly logFile: string;
  readonly port: number;
}

/** Nothing of this machine's settings gets in. */
function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env };
}

/** Starts the server and waits until it is ready. */
export async function startApi(settings: ApiSettings): Promise<ApiProcess> {
  const { port } = settings;
  const startedAt = performance.now();
  const child = launchApi(settings);
  const { pid } = child;
  if (pid === undefined) throw new Error("the server could not be started");
  const ended = endOf(child);
  await until("the server is ready", START_WITHIN_MS, async () => {
    if (hasEnded(child))
      throw new Error(`the server ended instead (${await ended}): see ${settings.logFile}`);
    return (await ask(port, "/readyz")).status === 200;
  }).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  return {
    port,
    pid,
    readyAfterMs: Math.round(performance.now() - startedAt),
    signal: (name) => void child.kill(name),
    ended: () => ended,
  };
}

function launchApi({ args, env, logFile, port }: ApiSettings): ChildProcess {
  const log = openSync(logFile, "a");
  return spawn(process.execPath, [path.join(DIST, "main.js"), ...args], {
    env: environment({ ...env, PORT: String(port) }),
    stdio: ["ignore", log, log],
    // A group of its own, which Ctrl-C in a terminal does not reach: it is ended by whoever opened it.
    detached: true,
  });
}

export interface Command {
  readonly ended: Promise<End>;
  output(): string;
  kill(): void;
}

/** Starts a command of the build's CLI. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>>): Command {
  const child = spawn(process.execPath, [path.join(DIST, "cli.js"), ...args], {
    env: environment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  return { ended: endOf(child), output: () => output, kill: () => void child.kill("SIGKILL") };
}

async function endOf(child: ChildProcess): Promise<End> {
  // "close" rather than "exit": by then everything it wrote has been read.
  const [code, signal] = await once(child, "close");
  return code ?? signal;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A port that nobody listens on, as far as one can tell. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
