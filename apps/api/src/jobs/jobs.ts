import type { EntityManager } from "@mikro-orm/postgresql";
import type { FastifyBaseLogger } from "fastify";
import type { ClientConfig } from "pg";
import { type Job, PgBoss } from "pg-boss";
import { CalmClient } from "../db/calm-client.ts";
import { query } from "../db/query.ts";
import type { MailMessage } from "../mail/mail-message.ts";
import type { Secrets } from "../security/secrets.ts";
import { JOBS_SCHEMA, type QueueName } from "./job-queue.ts";

export interface MailJob {
  readonly to: string;
  readonly locale: "en" | "fr";
  readonly message: MailMessage;
  /** ISO time after which the mail would only annoy: it is dropped then. */
  readonly notAfter?: string;
}

/** Work for later. Enqueued in the business transaction: it exists if and only if the transaction commits. */
export interface Jobs {
  /** The mail is sent once per call, after the commit, and tried again while the mail server is down. */
  enqueueMail(em: EntityManager, mail: MailJob): Promise<void>;
  /** Takes jobs of a queue, a few at a time, until `close`. A handler that throws is tried again later. */
  work(queue: QueueName, handler: (id: string, payload: unknown) => Promise<void>): Promise<void>;
  /** Every day at `cron` (UTC), one process of all runs it. */
  schedule(queue: QueueName, cron: string): Promise<void>;
  /** Today's run of a daily queue if no start has asked for it yet: nobody's machine has to be up at the hour of `cron`. */
  runToday(queue: QueueName): Promise<void>;
  /** Opens the payload that `enqueueMail` sealed. */
  openMail(payload: unknown): MailJob;
  close(): Promise<void>;
}

const POLL_SECONDS = 2;
const DAY_SECONDS = 86_400;
const BATCH = 10;
const GRACE_MS = 5_000;

/** The job queue in the application's own PostgreSQL, under the application's role. */
export async function createJobs(
  connection: ClientConfig,
  secrets: Secrets,
  log: FastifyBaseLogger,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...queueConnection(connection),
    schema: JOBS_SCHEMA,
    max: 3,
    migrate: false,
    createSchema: false,
    // Rebuilding indexes takes the owner's rights, which the application does not have.
    reindex: false,
    registerInstance: false,
    useListenNotify: true,
  });
  boss.on("error", (error) => log.warn({ err: error }, "job queue"));
  await boss.start();
  return {
    async enqueueMail(em, mail) {
      // Sealed: the job table must hold neither addresses nor the tokens of sign-in links.
      const sealed = secrets.seal("mail", JSON.stringify(mail)).toString("base64");
      const inThisTransaction = {
        executeSql: async (text: string, values?: unknown[]) => ({ rows: await query(em, text, values) }),
      };
      await boss.send("send-mail", { sealed }, { db: inThisTransaction });
    },
    async work(queue, handler) {
      const options = {
        batchSize: BATCH,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
      } as const;
      await boss.work(queue, options, (jobs: Job<unknown>[]) =>
        Promise.all(
          jobs.map(async ({ id, data }) => {
            try {
              await handler(id, data);
              return { id, status: "completed" as const };
            } catch (error) {
              return {
                id,
                status: "failed" as const,
                output: { error: error instanceof Error ? error.name : "unknown" },
              };
            }
          }),
        ),
      );
    },
    async schedule(queue, cron) {
      await boss.schedule(queue, cron, null, { tz: "UTC" });
    },
    async runToday(queue) {
      await boss.send(queue, null, { singletonKey: queue, singletonSeconds: DAY_SECONDS });
    },
    openMail(payload) {
      const { sealed } = payload as { sealed: string };
      return JSON.parse(secrets.open("mail", Buffer.from(sealed, "base64"))) as MailJob;
    },
    async close() {
      await boss.stop({ graceful: true, timeout: GRACE_MS });
    },
  };
}

/** The queue knows fewer settings than the driver; these are the ones that both understand. */
function queueConnection(connection: ClientConfig) {
  const { connectionString, host, port, user, password, database, options, ssl } = connection;
  if (typeof password === "function") throw new Error("the job queue needs a fixed database password");
  // Its pool makes connections of this class: one that broke must not end the process.
  const settings = {
    connectionString,
    host,
    port,
    user,
    password,
    database,
    options,
    ssl,
    Client: CalmClient,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
