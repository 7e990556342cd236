import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { App } from "../app.ts";
import { readConfig } from "../config.ts";
import { createApp } from "../create-app.ts";
import type { Mail, MailTransport } from "../mail/mail.ts";
import { createServer, type Server } from "../server.ts";
import { collectingLog } from "./collecting-log.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export interface TestApp {
  readonly app: App;
  readonly server: Server;
  readonly database: TestDatabase;
  /** Mails that left the outbox, oldest first: the mail server is the one thing that tests replace. */
  readonly mails: Mail[];
  /** Moves the clock that booking days follow. */
  setNow(now: Date | string): void;
  close(): Promise<void>;
}

export const TEST_ORIGIN = "http://localhost:4000";

/**
 * The real server on a database of its own. `env` overrides settings by their environment variables, `transport` the
 * mail server that takes everything. With `of` it is another process on the database of an app that exists, as after a
 * restart with other settings.
 */
export async function createTestApp(
  env: Record<string, string> = {},
  transport?: Pick<MailTransport, "send">,
  of?: TestDatabase,
): Promise<TestApp> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "contentflow-app-"));
  const database = of ?? (await createTestDatabase());
  const mails: Mail[] = [];
  let fixedNow: Date | undefined;
  const config = readConfig(
    {
      APP_SECRET: "0123456789abcdef0123456789abcdef",
      LINK_HOSTS: "example.org",
      DATA_DIR: dataDir,
      // A busy machine is no reason for a test to be told to try again.
      DATABASE_POOL_WAIT_MS: "15000",
      ...env,
    },
    "demo",
  );
  const app = await createApp({
    config,
    owner: database.owner,
    publicUrl: TEST_ORIGIN,
    appSecret: config.appSecret ?? "",
    log: collectingLog(),
    now: () => fixedNow ?? new Date(),
    mailTransport: {
      async send(mail, id) {
        await transport?.send(mail, id);
        mails.push(mail);
      },
      async close() {},
    },
  });
  const server = await createServer(app);
  return {
    app,
    server,
    database,
    mails,
    setNow(now) {
      fixedNow = new Date(now);
    },
    async close() {
      await server.close();
      await app.close();
      if (of === undefined) await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
