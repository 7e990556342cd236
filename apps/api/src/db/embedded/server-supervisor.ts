import { setTimeout as pause } from "node:timers/promises";
import type { ServerLog } from "./embedded-connection.ts";
import type { Postmaster } from "./postmaster.ts";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

interface Supervisor {
  /** Pid of the server that runs now, or ran last. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Keeps the server running: when it dies by itself it is started again, until `stop()`. */
export function supervise(
  first: Postmaster,
  restart: (signal: AbortSignal) => Promise<Postmaster>,
  log: ServerLog,
): Supervisor {
  let current = first;
  const stopping = new AbortController();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const how = await current.exited;
      if (stopping.signal.aborted) return;
      log.warn(`The database server ended unexpectedly (${how}); starting it again.`);
      await startAgain();
    }
  }

  async function startAgain(): Promise<void> {
    for (let wait = FIRST_PAUSE_MS; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        await pause(wait, undefined, { signal: stopping.signal });
        current = await restart(stopping.signal);
        log.info("The database server is back.");
        return;
      } catch (error) {
        if (!stopping.signal.aborted) log.warn(error instanceof Error ? error.message : String(error));
      }
    }
  }

  const watching = watch();
  return {
    get pid() {
      return current.pid;
    },
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
      // A restart may have succeeded in the meantime.
      await current.stop();
    },
  };
}
