import { execFile } from "node:child_process";
import { mkdtemp, open, realpath, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A disk of a few megabytes, which can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): Promise<void>;
  /** Gives back what was filled. */
  makeRoom(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @throws Error when no disk can be mounted here. A promise that was not put to the test is not kept: the test fails.
 */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "cf-disk-")));
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "contentflow-faults", folder]);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw new Error(
      "COULD NOT RUN: a full disk is tried on a small one, which has to be mounted (Linux, as root, with the right to mount).",
      { cause: error },
    );
  }
  const filler = path.join(folder, "filler");
  return {
    folder,
    async fill() {
      const file = await open(filler, "a");
      try {
        for (let size = await free(folder); size > 0; size = await free(folder)) {
          // The last bytes one page at a time: somebody else may take them first.
          await file.write(Buffer.alloc(Math.min(size, 1_048_576))).catch(ifFull);
          if ((await free(folder)) === size) return;
        }
      } finally {
        await file.close();
      }
    },
    makeRoom: () => rm(filler, { force: true }),
    async close() {
      await run("umount", ["--lazy", folder]);
      await rm(folder, { recursive: true });
    },
  };
}

async function free(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function ifFull(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOSPC") throw error;
}
