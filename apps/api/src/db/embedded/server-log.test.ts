import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scratchFolder } from "../../testing/scratch-folder.ts";
import { removeFolder } from "./embedded-server.test-kit.ts";
import { logTail, openServerLog } from "./server-log.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await scratchFolder();
  path = join(folder, "postgres.log");
});

afterEach(() => removeFolder(folder));

async function append(text: string): Promise<void> {
  const log = await openServerLog(path);
  await log.write(text);
  await log.close();
}

test("what was logged before stays", async () => {
  await append("first\n");
  await append("second\n");
  expect(await logTail(path)).toBe("first\nsecond");
});

test("a log that has grown past 5 MB begins anew", async () => {
  await writeFile(path, "x".repeat(5 * 1024 * 1024 + 1));
  await append("new\n");
  expect(await readFile(path, "utf8")).toBe("new\n");
});
