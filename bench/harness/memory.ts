import { readFile } from "node:fs/promises";

/** Bytes of memory that a process holds now; null where /proc does not tell. */
async function memoryOf(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
  } catch {
    return null;
  }
}

/** Looks at a process every second; `stop` hands out what was seen, oldest first. */
export function watchMemory(pid: number): { stop(): number[] } {
  const seen: number[] = [];
  const look = async () => {
    const bytes = await memoryOf(pid);
    if (bytes !== null) seen.push(bytes);
  };
  void look();
  const timer = setInterval(() => void look(), 1_000);
  return {
    stop() {
      clearInterval(timer);
      return seen;
    },
  };
}
