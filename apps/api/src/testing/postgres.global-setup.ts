import { rm } from "node:fs/promises";
import { Client, type ClientConfig } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "../db/embedded/embedded-server.ts";
import { migrate } from "../db/migrate.ts";
import { findLeaks } from "./find-leaks.ts";
import { scratchFolder } from "./scratch-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: ClientConfig;
  }
}

export const TEMPLATE_DATABASE = "contentflow_template";

/**
 * One PostgreSQL for the whole run, in memory where possible, with one migrated database to copy from; and one folder for
 * all logs, which are looked through at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await scratchFolder();
  const server = await startEmbeddedServer({
    dataDir,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" },
  });
  const { connection } = server;
  const owner = { ...connection, ssl: false };
  const client = new Client(owner);
  await client.connect();
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  await client.end();
  await migrate({ ...owner, database: TEMPLATE_DATABASE });
  project.provide("postgres", owner);
  const logs = await scratchFolder();
  project.provide("logs", logs);
  return async () => {
    await server.stop();
    const leaks = findLeaks(logs);
    await rm(logs, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
    if (leaks.length > 0) {
      throw new Error(
        `${leaks.length} lines of the logs hold what no log may:\n${leaks.slice(0, 20).join("\n")}`,
      );
    }
  };
}
