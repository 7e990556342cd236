import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { EmbeddedConnection } from "../../apps/api/src/db/embedded/embedded-connection.ts";
import { joinEmbeddedServer } from "../../apps/api/src/db/embedded/join-server.ts";
import { createSecrets, type Secrets } from "../../apps/api/src/security/secrets.ts";
import { CLI, MAIN } from "./paths.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** The production build with its own PostgreSQL (fsync on) in a folder that nobody else uses. */
export interface ContentFlow extends ServerProcess {
  readonly dataDir: string;
  readonly secrets: Secrets;
  /** As the owner of the database: for arranging and for looking. */
  readonly connection: EmbeddedConnection;
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a command of the API's CLI beside the server. */
  run(...args: string[]): Promise<FinishedCommand>;
  /** Ends the server, keeps its folder, and starts it again on a new port. */
  restart(): Promise<ContentFlow>;
}

export interface FinishedCommand {
  readonly exitCode: number;
  readonly output: string;
  readonly seconds: number;
  /** Most memory that it ever held, in bytes; null where the platform does not tell. */
  readonly peakBytes: number | null;
}

/** Nothing but the demo runs on the embedded database; `--empty` and these settings make it what production is. */
const SETTINGS = {
  GRAPHQL_SANDBOX: "false",
  ADMIN_EMAILS: "admin@contentflow.example",
  // As behind the proxy that ends TLS: visitors differ by the address that it reports.
  TRUSTED_PROXIES: "127.0.0.1",
};

export async function startContentFlow(more: Readonly<Record<string, string>> = {}): Promise<ContentFlow> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "contentflow-bench-"));
  const env = { ...SETTINGS, APP_SECRET: randomBytes(32).toString("hex"), DATA_DIR: dataDir, ...more };
  return open(dataDir, env);
}

async function open(dataDir: string, env: Record<string, string>): Promise<ContentFlow> {
  const server = await startServer({ args: [MAIN, "--demo", "--empty"], env, readyPath: "/readyz" });
  const connection = await joinEmbeddedServer({ dataDir });
  if (connection === null) throw new Error("the server has no database");
  const client = new pg.Client({ ...connection, ssl: false, application_name: "bench" });
  // The server ends its database, and with it this connection.
  client.on("error", () => {});
  await client.connect();
  const end = async () => {
    await client.end();
    await server.close();
  };
  return {
    ...server,
    dataDir,
    connection,
    secrets: createSecrets(env["APP_SECRET"] ?? ""),
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
    run: (...args) => runCommand(args, env),
    async restart() {
      await end();
      return open(dataDir, env);
    },
    async close() {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function runCommand(args: readonly string[], env: Record<string, string>): Promise<FinishedCommand> {
  const startedAt = performance.now();
  const report = path.join(import.meta.dirname, "report-memory.ts");
  const child = spawn(process.execPath, ["--import", report, CLI, ...args], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  let peakBytes: number | null = null;
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.on("message", (message) => {
    if (typeof message === "number") peakBytes = message;
  });
  const [exitCode] = await once(child, "exit");
  return { exitCode: exitCode ?? 1, output, seconds: (performance.now() - startedAt) / 1_000, peakBytes };
}
