import path from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { createApp } from "../create-app.ts";
import { migrate } from "../db/migrate.ts";
import type { OwnedDatabase } from "../db/open-owner.ts";
import { transportFromConfig } from "../mail/transport-from-config.ts";
import { createServer } from "../server.ts";
import { demoSecret } from "./app-secret.ts";
import { demoBanner } from "./demo-banner.ts";
import { seedDemo } from "./seed-demo.ts";

/** A start waits so long for a batch that an earlier run left; then the server is of more use. */
const LEFTOVERS_MS = 10_000;

export interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Everything from a database, which may still be starting, to an open port; what was opened before a failure is closed
 * again, the database too.
 */
export async function runServer(
  config: Config,
  log: Logger,
  opening: Promise<OwnedDatabase>,
  { empty }: { empty: boolean },
): Promise<RunningServer> {
  const demo = config.mode === "demo";
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of opened.splice(0).reverse()) await stop();
  };
  try {
    const owner = await opening;
    opened.push(() => owner.stop());
    await migrate(owner.connection);
    const mailDir =
      demo && !config.mail.smtpUrl && !config.mail.brevoApiKey
        ? path.join(config.dataDir, "mail")
        : undefined;
    const app = await createApp({
      config,
      owner: owner.connection,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      appSecret: config.appSecret ?? (await demoSecret(config.dataDir)),
      log,
      now: () => new Date(),
      mailTransport: transportFromConfig({ ...config.mail, mailDir }, () => new Date()),
    });
    opened.push(() => app.close());
    // Whoever sees the server ready finds in the books what an earlier run committed and could not book any more.
    await app.clicks.settled(LEFTOVERS_MS);
    const people = demo ? await seedDemo(app, { empty }) : undefined;
    const server = await createServer(app, mailDir === undefined ? {} : { mailDir });
    opened.push(() => server.close());
    const origin = await server.listen(config.port, config.host);
    await app.jobs.runToday("daily-books");
    await app.jobs.runToday("clean-up");
    if (people) process.stdout.write(demoBanner(app.publicUrl, people));
    return { origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}
