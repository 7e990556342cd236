import path from "node:path";
import type { FastifyBaseLogger } from "fastify";
import type { ClientConfig } from "pg";
import type { App } from "./app.ts";
import { type ClickRecorder, createClickRecorder } from "./clicks/click-recorder.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./db/database.ts";
import { createJobs } from "./jobs/jobs.ts";
import { startWorkers } from "./jobs/workers.ts";
import { createLiveFeed } from "./live/live-feed.ts";
import type { MailTransport } from "./mail/mail.ts";
import { describeError } from "./operation/describe-error.ts";
import { createMetrics } from "./operation/metrics.ts";
import { createSecrets } from "./security/secrets.ts";

export interface AppSettings {
  readonly config: Config;
  /** The database as its owner; the application itself works under its own role. */
  readonly owner: ClientConfig;
  readonly publicUrl: string;
  readonly appSecret: string;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
  /** Absent for tools that work on the books and leave mails and daily jobs to the server. */
  readonly mailTransport?: MailTransport;
}

export interface RunningApp extends App {
  /** Finishes what was taken on, then lets go of the database. */
  close(): Promise<void>;
}

const NO_CLICKS: ClickRecorder = {
  record: () => Promise.reject(new Error("tools take no clicks")),
  behind: () => false,
  settled: async () => {},
  close: async () => {},
};

/** Everything a process needs, in the order in which the parts need each other. */
export async function createApp(settings: AppSettings): Promise<RunningApp> {
  const { config, now, publicUrl, mailTransport } = settings;
  const log = settings.log.child({}, { serializers: { err: (error: unknown) => describeError(error) } });
  const database = openDatabase(settings.owner, config.databasePool);
  const secrets = createSecrets(settings.appSecret, config.appSecretPrevious);
  const metrics = createMetrics();
  const terms = {
    epc: config.epc,
    minimumWithdrawal: config.minimumWithdrawal,
    payoutMethods: config.payoutMethods,
    earningsWindowDays: config.earningsWindowDays,
    velocity: config.velocity,
    linkHosts: config.linkHosts,
  };
  const jobs = await createJobs(database.connection, secrets, log);
  const live = createLiveFeed(database.connection, log);
  // Recording what lies in the spool is the server's work, under the server's terms.
  const clicks = mailTransport
    ? createClickRecorder({ database, terms, now, log, metrics }, path.join(config.dataDir, "spool"))
    : NO_CLICKS;
  const app: App = { config, terms, publicUrl, database, secrets, now, log, jobs, clicks, live, metrics };
  if (mailTransport) await startWorkers(app, mailTransport);
  return {
    ...app,
    async close() {
      await clicks.close();
      await jobs.close();
      await mailTransport?.close();
      await live.close();
      await database.close();
    },
  };
}
