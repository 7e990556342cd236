import { randomUUID } from "node:crypto";
import type { App } from "../app.ts";
import { isUnavailable } from "../db/database-error.ts";
import { createClickBooker } from "./click-booker.ts";
import { createClickIntake } from "./click-intake.ts";
import { createClickSpool } from "./click-spool.ts";
import type { PendingBatchEvent } from "./record-events.ts";
import { createSpoolReplayer } from "./spool-replayer.ts";

/** Takes clicks from many requests at once and answers each when it is durable. */
export interface ClickRecorder {
  /**
   * Resolves when the click is committed to the intake, from where it gets into the books within moments, or, with the
   * database down, when it lies safely in the local spool. Rejects only when it is neither: the disk failed as well, or
   * the recorder is closed.
   */
  record(click: PendingBatchEvent): Promise<void>;
  /**
   * Resolves when every click that this process has committed is in the books: to be asked before reading them. With a
   * database that fails or hangs it resolves all the same, after `patienceMs` without any progress. Clicks in the spool
   * are not waited for.
   */
  settled(patienceMs?: number): Promise<void>;
  /** More clicks wait to be booked than are booked at once: who needs the same rows, and can wait, lets them go first. */
  behind(): boolean;
  /** Stops taking clicks and finishes those that were taken. */
  close(): Promise<void>;
}

interface Waiting {
  readonly click: PendingBatchEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const BATCH = 500;
/** One is committed while the next is on its way. */
const COMMITS_AT_ONCE = 2;
/** Clicks that are durable but not yet in the books. Beyond it, new ones wait to be answered. */
const MOST_UNBOOKED = 20_000;
/** Beyond it the database is too slow for what comes in; the spool is not. */
const MOST_WAITING = 20_000;

/**
 * Group commit: while a batch is being committed the next one gathers, so that a commit is shared by as many clicks as
 * came in meanwhile, and a lone click waits for nobody. Once the database fails, clicks go to the spool in `spoolDir`
 * without trying it again, until the replayer has found it back.
 */
export function createClickRecorder(
  { database, ...others }: Pick<App, "database" | "terms" | "now" | "log" | "metrics">,
  spoolDir: string,
): ClickRecorder {
  const app = { ...others, database: { ...database, pool: database.visitors } };
  const intake = createClickIntake(app);
  const spool = createClickSpool(spoolDir);
  const replayer = createSpoolReplayer(app, spool);
  const waiting: Waiting[] = [];
  const commits = new Set<Promise<void>>();
  let closed = false;

  const commit = async (batch: readonly Waiting[], toSpool: boolean): Promise<void> => {
    const clicks = batch.map(({ click }) => click);
    const id = randomUUID();
    try {
      if (toSpool || !(await putInIntake(id, clicks))) {
        await spool.write(id, clicks);
        app.metrics.spooledClicks.inc(clicks.length);
        replayer.wake();
      }
      for (const { resolve } of batch) resolve();
    } catch (error) {
      app.log.error(
        { err: error, clicks: clicks.length },
        "clicks lost: neither database nor spool took them",
      );
      for (const { reject } of batch) reject(error);
    }
  };

  const putInIntake = async (id: string, clicks: readonly PendingBatchEvent[]): Promise<boolean> => {
    try {
      await intake.put(id, clicks);
      booker.add({ id, clicks, swept: false });
      return true;
    } catch (error) {
      // Perhaps it was committed all the same: by its id, one of the two is recorded and the other is not.
      if (isUnavailable(error)) replayer.reportDown();
      booker.suspect();
      app.log.warn({ err: error, clicks: clicks.length }, "clicks go to the spool");
      return false;
    }
  };

  const pump = (): void => {
    while (waiting.length > 0 && commits.size < COMMITS_AT_ONCE) {
      const toSpool = mustSpool();
      if (!toSpool && booker.size() >= MOST_UNBOOKED && !closed) return;
      const batch = commit(waiting.splice(0, BATCH), toSpool).finally(() => {
        commits.delete(batch);
        pump();
      });
      commits.add(batch);
    }
  };
  const booker = createClickBooker(app, intake, pump);
  /** There is no database, it is too slow, or there is no more room in it and nothing will be booked for some time. */
  const mustSpool = () =>
    replayer.databaseIsDown() ||
    waiting.length > MOST_WAITING ||
    (booker.failing() && booker.size() >= MOST_UNBOOKED);
  // A connection that broke while nobody used it may be all that is heard of a crash.
  const onBroken = () => booker.suspect();
  app.database.pool.on("error", onBroken);

  return {
    record(click) {
      if (closed) return Promise.reject(new Error("the click recorder is closed"));
      return new Promise((resolve, reject) => {
        waiting.push({ click, resolve, reject });
        // Requests that were read from their sockets together go into one batch.
        if (waiting.length === 1 || waiting.length > MOST_WAITING) setImmediate(pump);
      });
    },
    behind: () => booker.behind(),
    settled: (patienceMs) => booker.settled(patienceMs),
    async close() {
      closed = true;
      app.database.pool.off("error", onBroken);
      pump();
      while (commits.size > 0) await Promise.all(commits);
      await booker.close();
      await replayer.close();
    },
  };
}
