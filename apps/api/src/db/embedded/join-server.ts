import { realpath } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { EmbeddedConnection } from "./embedded-connection.ts";
import { orNull } from "./file-errors.ts";
import { folderHolder } from "./folder-lock.ts";

const READY_WITHIN_MS = 30_000;

/**
 * For command-line tools: how to reach the server of the process that owns the folder, or null when nobody does
 * (then the tool may start one itself). Waits while that process is still starting.
 *
 * @throws Error when the owner's server is not ready within 30 s.
 */
export async function joinEmbeddedServer({
  dataDir,
}: {
  dataDir: string;
}): Promise<EmbeddedConnection | null> {
  const folder = await orNull(realpath(dataDir), "ENOENT");
  if (folder === null) return null;
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const holder = await folderHolder(folder);
    if (holder === null) return null;
    if (holder.connection !== undefined) return holder.connection;
    if (Date.now() > deadline) {
      throw new Error(
        `Process ${holder.pid} owns ${folder} since ${holder.since}, but its database is not ready.`,
      );
    }
    await pause(50);
  }
}
