import { stat } from "node:fs/promises";
import { SingleBar } from "cli-progress";
import type { Output } from "./output.ts";

export interface Progress {
  /** Of the file with that place in the list. */
  update(index: number, bytes: number): void;
  stop(): void;
}

/** A bar over the bytes of all files, for somebody who watches; nothing for a machine. */
export async function startProgress(
  files: readonly string[],
  title: string,
  output: Output,
): Promise<Progress> {
  if (!output.interactive) return { update() {}, stop() {} };
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const before = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const bar = new SingleBar({
    format: `${title} [{bar}] {percentage} % | {duration_formatted} | {eta_formatted} to go`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return {
    update: (index, bytes) => bar.update((before[index] ?? 0) + bytes),
    stop: () => bar.stop(),
  };
}
