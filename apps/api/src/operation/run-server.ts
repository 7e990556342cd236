import { createServer as createPort } from "node:net";
import path from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { createApp } from "../create-app.ts";
import { migrate } from "../db/migrate.ts";
import { openOwner } from "../db/open-owner.ts";
import { transportFromConfig } from "../mail/transport-from-config.ts";
import { createServer } from "../server.ts";
import { demoSecret } from "./app-secret.ts";
import { demoBanner } from "./demo-banner.ts";
import { UsageError } from "./explain-failure.ts";
import { seedDemo } from "./seed-demo.ts";

/** A start waits so long for a batch that an earlier run left; then the server is of more use. */
const LEFTOVERS_MS = 10_000;

export interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Everything from the configuration to an open port; what was opened before a failure is closed again. */
export async function runServer(
  config: Config,
  log: Logger,
  { empty }: { empty: boolean },
): Promise<RunningServer> {
  await assertPortFree(config.port, config.host);
  const demo = config.mode === "demo";
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of opened.splice(0).reverse()) await stop();
  };
  try {
    const owner = await openOwner(config, log, { join: false });
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

/** Before anything is opened: the commonest mistake deserves the quickest answer. */
async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createPort();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        new UsageError(
          error.code === "EADDRINUSE"
            ? `Port ${port} is already in use: stop what listens there, or set PORT to another.`
            : `Port ${port} cannot be listened on (${error.code}): set PORT or HOST to something else.`,
        ),
      );
    });
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
}
