import { mkdir } from "node:fs/promises";
import type { ClientConfig } from "pg";
import { type Config, ConfigError } from "../config.ts";
import type { ServerLog } from "./embedded/embedded-connection.ts";
import { startEmbeddedServer } from "./embedded/embedded-server.ts";
import { joinEmbeddedServer } from "./embedded/join-server.ts";

/** A way to the database as its owner, and what has to be stopped afterwards. */
export interface OwnedDatabase {
  readonly connection: ClientConfig;
  stop(): Promise<void>;
}

const NOTHING_TO_STOP = async (): Promise<void> => {};

/**
 * The server of `DATABASE_URL`, or the embedded one in the data folder. A tool (`join`) uses the embedded server that a
 * running program already has; a second program on the same folder is refused. `onLaunch` is called when an embedded
 * server's process runs and is waited for.
 * @throws FolderInUseError, ConfigError (DATA_DIR cannot be a folder)
 */
export async function openOwner(
  config: Pick<Config, "databaseUrl" | "dataDir">,
  log: ServerLog,
  { join, onLaunch }: { join: boolean; onLaunch?: () => void },
): Promise<OwnedDatabase> {
  if (config.databaseUrl !== undefined) {
    return { connection: { connectionString: config.databaseUrl }, stop: NOTHING_TO_STOP };
  }
  await assertUsableFolder(config.dataDir);
  const running = join ? await joinEmbeddedServer({ dataDir: config.dataDir }) : null;
  if (running) return { connection: { ...running, ssl: false }, stop: NOTHING_TO_STOP };
  const server = await startEmbeddedServer({ dataDir: config.dataDir, log, onLaunch });
  return { connection: { ...server.connection, ssl: false }, stop: () => server.stop() };
}

async function assertUsableFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([`DATA_DIR: this folder cannot be made or used (${code})`]);
  }
}
