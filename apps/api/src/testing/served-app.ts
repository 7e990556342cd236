import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createPort } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { readConfig } from "../config.ts";
import { createApp } from "../create-app.ts";
import { transportFromConfig } from "../mail/transport-from-config.ts";
import { seedDemo } from "../operation/seed-demo.ts";
import { createServer } from "../server.ts";
import { collectingLog } from "./collecting-log.ts";
import { createTestDatabase } from "./test-database.ts";

export interface ServedApp {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * The demo's server as browsers meet it: on a port, with the built pages, and with mails to read at `/dev/mail`.
 * `livedIn` fills it with the demo program, which takes seconds.
 */
export async function serveApp(
  env: Record<string, string> = {},
  { livedIn = false }: { livedIn?: boolean } = {},
): Promise<ServedApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "contentflow-e2e-"));
  const port = await freePort();
  // A busy machine is no reason for a test to be told to try again.
  const settings = { DATA_DIR: dataDir, DATABASE_POOL_WAIT_MS: "15000" };
  const config = readConfig({ ...settings, ...env }, "demo");
  const mailDir = path.join(dataDir, "mail");
  const now = () => new Date();
  const app = await createApp({
    config,
    owner: database.owner,
    publicUrl: `http://localhost:${port}`,
    appSecret: "0123456789abcdef0123456789abcdef",
    log: collectingLog(),
    now,
    mailTransport: transportFromConfig({ ...config.mail, mailDir }, now),
  });
  if (livedIn) await seedDemo(app, { empty: false });
  const server = await createServer(app, { mailDir });
  await server.listen(port, "localhost");
  return {
    origin: app.publicUrl,
    async close() {
      await server.close();
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The origin has to be known before the server exists. */
async function freePort(): Promise<number> {
  const probe = createPort();
  await new Promise<void>((resolve) => probe.listen(0, "localhost", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
