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

interface Lane {
  readonly waiting: Waiting[];
  /** What is being written. */
  batch: Promise<void> | null;
}

const BATCH = 500;
/**
 * Each partner's clicks go down one of these, a batch at a time. Two batches with a partner in common would wait for each
 * other's locks; those of different lanes have none, so one is written while the other is decided.
 */
const LANES = 2;
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
  const lanes = Array.from({ length: LANES }, (): Lane => ({ waiting: [], batch: null }));
  let closed = false;

  const record = async (batch: readonly Waiting[], left: number): Promise<void> => {
    const clicks = batch.map(({ click }) => click);
    const receipt = randomUUID();
    const toSpool = async () => {
      await spool.write(receipt, clicks);
      app.metrics.spooledClicks.inc(clicks.length);
      replayer.wake();
      for (const { resolve } of batch) resolve("spooled");
    };
    try {
      if (replayer.databaseIsDown() || left > MOST_WAITING) return await toSpool();
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

  const pump = (lane: Lane): void => {
    if (lane.batch || lane.waiting.length === 0) return;
    lane.batch = record(lane.waiting.splice(0, BATCH), lane.waiting.length).finally(() => {
      lane.batch = null;
      pump(lane);
    });
  };

  return {
    record(click) {
      const lane = lanes[laneOf(click.partnerId)];
      if (closed || !lane) return Promise.reject(new Error("the click recorder is closed"));
      return new Promise((resolve, reject) => {
        lane.waiting.push({ click, resolve, reject });
        // Requests that were read from their sockets together go into one batch.
        if (lane.waiting.length === 1) setImmediate(pump, lane);
      });
    },
    async close() {
      closed = true;
      for (const lane of lanes) pump(lane);
      while (lanes.some(({ batch }) => batch)) await Promise.all(lanes.map(({ batch }) => batch));
      await replayer.close();
    },
  };
}

function laneOf(partnerId: string): number {
  let hash = 0;
  for (let index = 0; index < partnerId.length; index += 1)
    hash = (hash * 31 + partnerId.charCodeAt(index)) >>> 0;
  return hash % LANES;
}
