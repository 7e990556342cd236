import { open, readFile, stat, truncate } from "node:fs/promises";
import { orNull } from "./file-errors.ts";

const LARGEST_BYTES = 5 * 1024 * 1024;

/** Opens the server's log for appending; one that has grown past 5 MB begins anew. */
export async function openServerLog(path: string) {
  const size = (await orNull(stat(path), "ENOENT"))?.size ?? 0;
  if (size > LARGEST_BYTES) await truncate(path);
  return open(path, "a", 0o600);
}

/** The last lines of the log, for error messages. */
export async function logTail(path: string): Promise<string> {
  const text = (await orNull(readFile(path, "utf8"), "ENOENT")) ?? "";
  return text.trimEnd().split("\n").slice(-5).join("\n");
}
