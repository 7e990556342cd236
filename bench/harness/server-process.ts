import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** All that a process is told beside what is set for it: no setting of this machine gets in. */
const PASSED_ON = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];
const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 5;

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from starting the process until `readyPath` answered with 2xx or 3xx. */
  readonly readyAfterMs: number;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Arguments of Node: the program and its own arguments. */
  readonly args: readonly string[];
  /** Beside PORT, which is set to a free one. */
  readonly env?: Readonly<Record<string, string>>;
  readonly readyPath: string;
}

/** Starts a server under the Node that runs the benchmark and waits until it is ready. */
export async function startServer({ args, env = {}, readyPath }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const startedAt = performance.now();
  const server = spawn(process.execPath, [...args], {
    env: {
      ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
      NODE_ENV: "production",
      ...env,
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "inherit"],
    // In a group of its own, which Ctrl-C does not reach.
    detached: true,
  });
  const ended = once(server, "exit");
  const close = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill("SIGTERM");
    await ended;
  };
  try {
    await untilReady(server, `http://127.0.0.1:${port}${readyPath}`);
  } catch (error) {
    await close();
    throw error;
  }
  if (server.pid === undefined) throw new Error("the server has no pid");
  return { port, pid: server.pid, readyAfterMs: performance.now() - startedAt, close };
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    if (Date.now() > deadline) throw new Error("the server did not get ready");
    await pause(LOOK_EVERY_MS);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status < 400;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
