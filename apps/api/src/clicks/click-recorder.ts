import { randomUUID } from "node:crypto";
import type { Verdict } from "@contentflow/domain/click";
import type { App } from "../app.ts";
import { isUnavailable } from "../db/database-error.ts";
import { createClickSpool } from "./click-spool.ts";
import { type PendingBatchEvent, recordEvents } from "./record-events.ts";
import { createSpoolReplayer } from "./spool-replayer.ts";

/** Takes clicks from many requests at once and answers each when its click is durable. */
export interface ClickRecorder {
  /**
   * Resolves when the click is committed, or, with the database down, when it lies safely in the local spool.
   * Rejects only when it is neither: the disk failed as well, or the recorder is closed.
   */
  record(click: PendingBatchEvent): Promise<Verdict | "spooled">;
  /** Stops taking clicks and finishes those that were taken. */
  close(): Promise<void>;
}

interface Waiting {
  readonly click: PendingBatchEvent;
  readonly resolve: (verdict: Verdict | "spooled") => void;
  readonly reject: (error: unknown) => void;
}

const BATCH = 500;
/** One batch is decided while the commit of the other reaches the disk. */
const IN_FLIGHT = 2;
/** Beyond it the database is too slow for what comes in; the spool is not. */
const MOST_WAITING = 20_000;

/**
 * Group commit: while a batch is being committed the next one gathers, so that a commit is shared by as many clicks as
 * came in meanwhile, and a lone click waits for nobody. Once the database fails, clicks go to the spool in `spoolDir`
 * without trying it again, until the replayer has found it back.
 */
export function createClickRecorder(
  app: Pick<App, "database" | "terms" | "now" | "log" | "metrics" | "secrets">,
  spoolDir: string,
): ClickRecorder {
  const spool = createClickSpool(spoolDir);
  const replayer = createSpoolReplayer(app, spool);
  const waiting: Waiting[] = [];
  const inFlight = new Set<Promise<void>>();
  let closed = false;

  const record = async (batch: readonly Waiting[]): Promise<void> => {
    const clicks = batch.map(({ click }) => click);
    const receipt = randomUUID();
    const toSpool = async () => {
      await spool.write(receipt, clicks);
      app.metrics.spooledClicks.inc(clicks.length);
      replayer.wake();
      for (const { resolve } of batch) resolve("spooled");
    };
    try {
      if (replayer.databaseIsDown() || waiting.length > MOST_WAITING) return await toSpool();
      try {
        const recorded = await recordEvents(app, clicks, { receipt });
        app.metrics.clickBatch.observe(clicks.length);
        for (const [index, { resolve }] of batch.entries()) resolve(recorded[index]?.verdict ?? "duplicate");
      } catch (error) {
        // Perhaps it was committed all the same: the receipt tells when the spool is recorded.
        if (isUnavailable(error)) replayer.reportDown();
        app.log.warn({ err: error, clicks: clicks.length }, "clicks go to the spool");
        await toSpool();
      }
    } catch (error) {
      app.log.error(
        { err: error, clicks: clicks.length },
        "clicks lost: neither database nor spool took them",
      );
      for (const { reject } of batch) reject(error);
    }
  };

  const pump = (): void => {
    while (waiting.length > 0 && inFlight.size < IN_FLIGHT) {
      const batch = record(waiting.splice(0, BATCH)).finally(() => {
        inFlight.delete(batch);
        pump();
      });
      inFlight.add(batch);
    }
  };

  return {
    record(click) {
      if (closed) return Promise.reject(new Error("the click recorder is closed"));
      return new Promise((resolve, reject) => {
        waiting.push({ click, resolve, reject });
        // Requests that were read from their sockets together go into one batch.
        if (waiting.length === 1) setImmediate(pump);
      });
    },
    async close() {
      closed = true;
      pump();
      while (inFlight.size > 0) await Promise.all(inFlight);
      await replayer.close();
    },
  };
}
