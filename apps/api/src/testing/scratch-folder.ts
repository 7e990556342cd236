import { existsSync } from "node:fs";
import { mkdtemp, realpath, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const IN_MEMORY = "/dev/shm";
/** Containers often get 64 MB there, which is less than one cluster. */
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** A new folder for a cluster: in memory where there is enough, as a disk makes tests of PostgreSQL twice as slow. */
export async function scratchFolder(): Promise<string> {
  const parent = (await isRoomy(IN_MEMORY)) ? IN_MEMORY : tmpdir();
  return realpath(await mkdtemp(path.join(parent, "contentflow-test-")));
}

async function isRoomy(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= ENOUGH_BYTES;
}
