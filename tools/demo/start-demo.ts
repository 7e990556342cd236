import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const ROOT = path.resolve(import.meta.dirname, "../..");
const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 100;
/** All that the server is told beside what is set here: no setting of this machine gets in. */
const PASSED_ON = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];

export interface RunningDemo {
  readonly origin: string;
  /** Stops the server and removes everything that it wrote. */
  close(): Promise<void>;
}

/** The demo as `pnpm start` runs it: built if need be, filled, on a port and in a folder of its own. */
export async function startDemo(): Promise<RunningDemo> {
  const built = spawnSync(process.execPath, [path.join(ROOT, "tools/build.ts")], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("the build failed");
  const dataDir = await mkdtemp(path.join(tmpdir(), "contentflow-demo-"));
  const port = await freePort();
  const server = spawn(process.execPath, [path.join(ROOT, "apps/api/dist/main.js"), "--demo"], {
    cwd: dataDir,
    env: {
      ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "ignore", "inherit"],
    // In a group of its own, which Ctrl-C does not reach.
    detached: true,
  });
  const ended = once(server, "exit");
  // Interrupted while it is getting ready, this process ends before anybody could close the demo.
  const stop = () => server.kill("SIGTERM");
  process.once("exit", stop);
  const close = async () => {
    process.off("exit", stop);
    if (server.exitCode === null) server.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  const origin = `http://localhost:${port}`;
  try {
    await untilReady(server, origin);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, close };
}

async function untilReady(server: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(`${origin}/readyz`))) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    if (Date.now() > deadline) throw new Error("the server did not get ready");
    await pause(LOOK_EVERY_MS);
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
