import type { MicroEuros } from "@contentflow/domain/money";
import type { FastifyBaseLogger } from "fastify";
import type { ClickRecorder } from "./clicks/click-recorder.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { LiveFeed } from "./live/live-feed.ts";
import type { Metrics } from "./operation/metrics.ts";
import type { Secrets } from "./security/secrets.ts";

/** The settings that rules read. A running program never changes them; a test may make a second App with others. */
export interface Terms {
  readonly epc: MicroEuros;
  readonly minimumWithdrawal: MicroEuros;
  readonly payoutMethods: Config["payoutMethods"];
  readonly earningsWindowDays: number;
  readonly velocity: Config["velocity"];
  readonly linkHosts: readonly string[];
}

/** What every use case may need, made once per process. Passed explicitly; there is no container. */
export interface App {
  readonly config: Config;
  readonly terms: Terms;
  /** Origin that people use, without a trailing slash: for mailed links and `Link.url`. */
  readonly publicUrl: string;
  readonly database: Database;
  readonly secrets: Secrets;
  /** Under test control in tests. Booking days come from it; the life of tokens follows the database's clock. */
  readonly now: () => Date;
  readonly log: FastifyBaseLogger;
  readonly jobs: Jobs;
  readonly clicks: ClickRecorder;
  readonly live: LiveFeed;
  readonly metrics: Metrics;
}
