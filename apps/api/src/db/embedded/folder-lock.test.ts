import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scratchFolder } from "../../testing/scratch-folder.ts";
import { removeFolder } from "./embedded-server.test-kit.ts";
import { FolderInUseError, folderHolder, lockFolder } from "./folder-lock.ts";
import { processStart } from "./process-info.ts";

const SINCE = "2026-01-02T03:04:05.000Z";

let folder: string;

beforeEach(async () => {
  folder = await scratchFolder();
});

afterEach(() => removeFolder(folder));

function leaveLock(pid: number, start: string): Promise<void> {
  return writeFile(
    join(folder, "postgres.lock.3"),
    JSON.stringify({ pid, processStart: start, since: SINCE }),
  );
}

test("the refusal says who holds the folder and since when", async () => {
  await leaveLock(process.pid, (await processStart(process.pid)) ?? "");
  await expect(lockFolder(folder)).rejects.toThrow(
    `The data folder ${folder} is in use by process ${process.pid} since ${SINCE}.`,
  );
});

test.each([
  ["a recycled pid", process.pid, "another life"],
  ["a dead pid", 4_190_000, "gone"],
])("a lock left by %s is taken over", async (_, pid, start) => {
  await leaveLock(pid, start);
  await lockFolder(folder);
  expect(await folderHolder(folder)).toMatchObject({ pid: process.pid });
  expect(await readdir(folder)).toEqual(["postgres.lock.4"]);
});

test("of many contenders for a stale lock exactly one wins", async () => {
  for (let round = 0; round < 20; round++) {
    await removeFolder(folder);
    folder = await scratchFolder();
    await leaveLock(process.pid, "another life");
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(FolderInUseError);
    }
  }
});

test("a released folder can be taken again, also many times", async () => {
  for (let round = 0; round < 3; round++) {
    const lock = await lockFolder(folder);
    await lock.release();
    expect(await folderHolder(folder)).toBeNull();
  }
  await lockFolder(folder);
  expect(await readdir(folder)).toHaveLength(1);
});

test("a lock whose maker died before writing it is taken over", async () => {
  const path = join(folder, "postgres.lock.1");
  await writeFile(path, "");
  await utimes(path, new Date(0), new Date(0));
  await lockFolder(folder);
  expect(await folderHolder(folder)).toMatchObject({ pid: process.pid });
});
