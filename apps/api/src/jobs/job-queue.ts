import { Client, type ClientConfig } from "pg";
import { getConstructionPlans, PgBoss } from "pg-boss";
import { APPLICATION_ROLE } from "../db/application-role.ts";

export const JOBS_SCHEMA = "jobs";

/** Every queue and how long a job of it may take before another process takes it over. */
export const QUEUES = {
  // Within seconds at first, then hourly: a mail server that is down for two days loses nobody's mail.
  "send-mail": {
    retryLimit: 60,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 60,
    notify: true,
  },
  "daily-books": { retryLimit: 5, retryDelay: 60, expireInSeconds: 3600 },
  "clean-up": { retryLimit: 5, retryDelay: 60, expireInSeconds: 3600 },
} as const;

export type QueueName = keyof typeof QUEUES;

/** Tells one version of what `installJobQueue` makes from another. */
export function jobQueuePlan(): string {
  return JSON.stringify([QUEUES, getConstructionPlans(JOBS_SCHEMA)]);
}

/** Creates or upgrades the job queue's own schema as the database's owner and lets the application use it. */
export async function installJobQueue(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    const boss = new PgBoss({
      db: { executeSql: async (text, values) => client.query(text, values as unknown[]) },
      schema: JOBS_SCHEMA,
      schedule: false,
      supervise: false,
    });
    await boss.start();
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
    await boss.stop({ graceful: false });
    await client.query(`
      grant usage on schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
      grant usage on all sequences in schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
      grant execute on all functions in schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
    `);
  } finally {
    await client.end();
  }
}
