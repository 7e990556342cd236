import type { App } from "../app.ts";
import { isUnavailable } from "../db/database-error.ts";
import { isBeyondRecording } from "./beyond-recording.ts";
import type { ClickSpool } from "./click-spool.ts";
import { recordEvents } from "./record-events.ts";

export interface SpoolReplayer {
  /** True from a failure on until the database was seen working again. */
  databaseIsDown(): boolean;
  reportDown(): void;
  /** There is something in the spool. */
  wake(): void;
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/**
 * Records what lies in the spool, from earlier runs too, and deletes each file once it is committed. A file that was
 * recorded but not deleted, by whichever process, is recognised by its receipt. It runs on a timer of its own because
 * the job queue lives in the very database whose absence it bridges; with nothing in the spool the timer is off.
 */
export function createSpoolReplayer(
  app: Pick<App, "database" | "terms" | "now" | "log" | "metrics">,
  spool: ClickSpool,
): SpoolReplayer {
  let down = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const replayFile = async (receipt: string): Promise<void> => {
    try {
      const clicks = await spool.read(receipt);
      if (clicks) await recordEvents(app, clicks, { receipt });
      // Also while a long list is being worked off, new clicks need not go the same way.
      down = false;
      await spool.remove(receipt);
      app.log.info({ receipt, clicks: clicks?.length ?? 0 }, "spooled clicks recorded");
    } catch (error) {
      if (!isBeyondRecording(error)) throw error;
      app.log.error({ err: error, receipt }, "spooled clicks cannot be recorded: set aside");
      await spool.setAside(receipt);
    }
  };

  const replay = async (): Promise<void> => {
    try {
      await app.database.pool.query("select 1");
      down = false;
      for (const receipt of await spool.list()) {
        if (closed) return;
        try {
          await replayFile(receipt);
        } catch (error) {
          app.log.warn({ err: error, receipt }, "spooled clicks have to wait");
          schedule(RETRY_MS);
          // One file must not hold up the others, but without the database none of them need be tried.
          await app.database.pool.query("select 1");
        }
      }
    } catch (error) {
      down ||= isUnavailable(error);
      app.log.debug({ err: error }, "the spool has to wait");
      schedule(RETRY_MS);
    }
  };

  const schedule = (delay: number): void => {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      running = running.then(replay);
    }, delay);
    timer.unref();
  };

  schedule(0);
  return {
    databaseIsDown: () => down,
    reportDown() {
      down = true;
      schedule(RETRY_MS);
    },
    wake: () => schedule(RETRY_MS),
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
