import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isUuid } from "@contentflow/domain/session-id";
import type { PendingBatchEvent } from "./batch-event.ts";
import { readClicks, writeClicks } from "./click-text.ts";

/** Where clicks wait, durably, while the database is down. One file per batch, named after its receipt. */
export interface ClickSpool {
  /** Resolves when the batch would survive a power cut. */
  write(receipt: string, clicks: readonly PendingBatchEvent[]): Promise<void>;
  /** The receipts of what is waiting. */
  list(): Promise<string[]>;
  /** Null when it is gone: another process has recorded it. */
  read(receipt: string): Promise<PendingBatchEvent[] | null>;
  remove(receipt: string): Promise<void>;
  /** Keeps a file that cannot be recorded out of the way, for a person to look at. */
  setAside(receipt: string): Promise<void>;
}

const SUFFIX = ".ndjson";

export function createClickSpool(folder: string): ClickSpool {
  const fileOf = (receipt: string) => path.join(folder, `${receipt}${SUFFIX}`);
  return {
    async write(receipt, clicks) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Never half a file under a name that is read: a name appears once its contents are on the disk.
      const unfinished = `${fileOf(receipt)}.tmp`;
      const file = await open(unfinished, "wx", 0o600);
      try {
        await file.writeFile(writeClicks(clicks));
        await file.sync();
      } catch (error) {
        // Nobody was told that these clicks are here; on a full disk, half of them would only be in the way.
        await rm(unfinished, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      await rename(unfinished, fileOf(receipt));
      await syncFolder(folder);
    },
    async list() {
      const names = await readdir(folder).catch(ifMissing<string[]>([]));
      return names
        .filter((name) => name.endsWith(SUFFIX))
        .map((name) => name.slice(0, -SUFFIX.length))
        .filter(isUuid);
    },
    async read(receipt) {
      const text = await readFile(fileOf(receipt), "utf8").catch(ifMissing(null));
      return text === null ? null : readClicks(text);
    },
    async remove(receipt) {
      await rm(fileOf(receipt), { force: true });
    },
    async setAside(receipt) {
      await rename(fileOf(receipt), `${fileOf(receipt)}.refused`).catch(ifMissing(undefined));
    },
  };
}

/** A new name is durable once its folder is. Windows cannot and need not do this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
}
