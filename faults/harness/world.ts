import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { EmbeddedConnection } from "../../apps/api/src/db/embedded/embedded-connection.ts";
import { startEmbeddedServer } from "../../apps/api/src/db/embedded/embedded-server.ts";
import { joinEmbeddedServer } from "../../apps/api/src/db/embedded/join-server.ts";
import { createSecrets, type Secrets } from "../../apps/api/src/security/secrets.ts";
import { type SmtpRelay, startSmtpRelay } from "../../apps/api/src/testing/smtp-relay.ts";
import { type ApiProcess, type End, freePort, startApi, startCommand } from "./api-process.ts";
import { ask } from "./ask.ts";
import { postgresProcesses } from "./postgres-processes.ts";
import { until } from "./until.ts";

export interface WorldOptions {
  /**
   * `production`: the server finds its PostgreSQL by DATABASE_URL. `demo`: it runs its own, and takes it along when it
   * dies.
   */
  readonly kind?: "production" | "demo";
  readonly env?: Readonly<Record<string, string>>;
  readonly postgres?: Readonly<Record<string, string>>;
  /** Where PostgreSQL's data go, and the server's own (its spool), instead of a folder on the disk. */
  readonly databaseFolder?: string;
  readonly apiFolder?: string;
  /** Another way to the database than its own socket. */
  readonly databaseUrl?: (connection: EmbeddedConnection) => Promise<string>;
}

/** The production build, its PostgreSQL (fsync on) and a mail relay, as processes of their own. */
export interface World {
  readonly kind: "production" | "demo";
  readonly origin: string;
  readonly cookieName: string;
  readonly secrets: Secrets;
  readonly relay: SmtpRelay;
  readonly api: ApiProcess;
  readonly port: number;
  readonly databaseFolder: string;
  readonly apiFolder: string;
  readonly logFile: string;
  /** Starts the server again after it has ended; the milliseconds until it was ready. */
  startApi(): Promise<number>;
  /** A connection to the database as its owner, to be ended by whoever asked for it. */
  connect(): Promise<Client>;
  /** One statement as the owner of the database: for arranging and for looking. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Sends a signal to all processes of PostgreSQL, the postmaster first. */
  signalPostgres(name: NodeJS.Signals): Promise<void>;
  /** Ends PostgreSQL and leaves it ended; only where it is not the server's own. */
  stopPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  /** `pnpm ledger:verify`: its exit code and what it said. */
  verify(): Promise<{ code: End; output: string }>;
  /** Milliseconds until `/readyz` says so; fails after ten seconds. */
  ready(): Promise<number>;
  /** The sum of a metric over its labels. */
  metric(name: string): Promise<number>;
  /** Aborted when the world ends, whatever became of the test: who still asks it for something may give up. */
  readonly closing: AbortSignal;
  close(): Promise<void>;
}

/** A click or an event is worth ten euros, which is what a withdrawal takes at least. */
const SETTINGS = {
  EPC_EUR: "10",
  LINK_HOSTS: "example.org",
  GRAPHQL_SANDBOX: "false",
  LOG_LEVEL: "info",
  MAIL_FROM: "ContentFlow Partners <partners@contentflow.test>",
  // Visitors differ by the address that the proxy reports.
  TRUSTED_PROXIES: "127.0.0.1",
};
const READY_WITHIN_MS = 10_000;

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { kind = "production" } = options;
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "cf-faults-")));
  const apiFolder = options.apiFolder ?? path.join(folder, "api");
  const databaseFolder = kind === "demo" ? apiFolder : (options.databaseFolder ?? path.join(folder, "db"));
  await mkdir(apiFolder, { recursive: true });
  const logFile = path.join(folder, "api.log");
  const appSecret = randomBytes(32).toString("hex");
  const relay = await startSmtpRelay();
  const port = await freePort();
  const origin = kind === "demo" ? `http://localhost:${port}` : "https://partners.example";

  const launchPostgres = () =>
    startEmbeddedServer({
      dataDir: databaseFolder,
      settings: { max_connections: "200", ...options.postgres },
    });
  let postgres = kind === "demo" ? undefined : await launchPostgres();
  const url = postgres && (await (options.databaseUrl ?? socketUrl)(postgres.connection));
  const env = {
    ...SETTINGS,
    APP_SECRET: appSecret,
    DATA_DIR: apiFolder,
    SMTP_URL: relay.url,
    PUBLIC_URL: origin,
    ...(url !== undefined && { DATABASE_URL: url }),
    ...options.env,
  };
  const launchApi = () =>
    startApi({ args: kind === "demo" ? ["--demo", "--empty"] : [], env, logFile, port });
  let api = await launchApi();

  const connection = async () => {
    const found = postgres?.connection ?? (await joinEmbeddedServer({ dataDir: databaseFolder }));
    if (!found) throw new Error("there is no database");
    return found;
  };
  const connect = async () => {
    const client = new Client({ ...(await connection()), ssl: false, application_name: "looking" });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  const endApi = async () => {
    api.signal("SIGTERM");
    await api.ended();
  };

  const closing = new AbortController();
  return {
    closing: closing.signal,
    kind,
    origin,
    cookieName: kind === "demo" ? "session" : "__Host-session",
    secrets: createSecrets(appSecret),
    relay,
    port,
    databaseFolder,
    apiFolder,
    logFile,
    get api() {
      return api;
    },
    connect,
    async startApi() {
      api = await launchApi();
      return api.readyAfterMs;
    },
    async sql<Row extends object>(text: string, values: readonly unknown[] = []) {
      const client = await connect();
      try {
        return (await client.query<Row>(text, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    async signalPostgres(name) {
      for (const pid of await postgresProcesses(databaseFolder)) process.kill(pid, name);
    },
    async stopPostgres() {
      await postgres?.stop();
    },
    async startPostgres() {
      postgres = await launchPostgres();
    },
    async verify() {
      const command = startCommand(["ledger:verify"], env);
      return { code: await command.ended, output: command.output() };
    },
    async ready() {
      const startedAt = performance.now();
      await until(
        "/readyz is OK again",
        READY_WITHIN_MS,
        async () => (await ask(port, "/readyz")).status === 200,
      );
      return Math.round(performance.now() - startedAt);
    },
    async metric(name) {
      const { body } = await ask(port, "/metrics");
      const values = body
        .split("\n")
        .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      return values.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
    },
    async close() {
      closing.abort();
      await endApi();
      await postgres?.stop();
      await relay.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The URL of a server that is reached by the folder of its socket. */
async function socketUrl({ user, database, host, port }: EmbeddedConnection): Promise<string> {
  return `postgresql://${user}@localhost/${database}?${new URLSearchParams({ host, port: String(port) })}`;
}
