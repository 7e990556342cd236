import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { EmbeddedConnection } from "./embedded-connection.ts";
import type { OwnerReport } from "./owner-process.fixture.ts";

const FIXTURE = fileURLToPath(new URL("./owner-process.fixture.ts", import.meta.url));

const processes = new Set<ChildProcess>();

export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

/** The first row of a query on a connection of its own. */
export async function firstRow(
  connection: EmbeddedConnection,
  sql: string,
): Promise<Record<string, unknown>> {
  const client = new Client({ ...connection, ssl: false });
  // A server that is killed under an idle client is part of these tests.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

/** Another process that starts the server on the folder, and what it reported. */
export async function startOwner(
  dataDir: string,
  {
    prefix = [],
    ...options
  }: { prefix?: string[]; uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<{ child: ChildProcess; report: OwnerReport }> {
  const [file = process.execPath, ...args] = [...prefix, process.execPath, FIXTURE, dataDir];
  const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  processes.add(child);
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    once(child, "exit").then(([code]) => [JSON.stringify({ error: "exit", message: `code ${code}` })]),
  ]);
  return { child, report: JSON.parse(line) };
}

/** A process that has nothing to do with PostgreSQL; it ends with the test. */
export function startStranger(account: { uid: number; gid: number }): number | undefined {
  const child = spawn("sleep", ["60"], { ...account, stdio: "ignore" });
  processes.add(child);
  return child.pid;
}

/** Ends the processes that a test has left. */
export async function endProcesses(): Promise<void> {
  await Promise.all([...processes].map((child) => end(child, "SIGKILL")));
  processes.clear();
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
  child.kill(signal);
  await gone;
}
