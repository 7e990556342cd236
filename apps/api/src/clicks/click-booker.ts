import type { App } from "../app.ts";
import { isBeyondRecording } from "./beyond-recording.ts";
import { type ClickIntake, type IntakeRow, SWEPT } from "./click-intake.ts";
import { recordEvents } from "./record-events.ts";

/** Takes what lies in the intake over into the books, soon and many clicks at a time. */
export interface ClickBooker {
  /** These clicks were just committed to the intake. */
  add(row: IntakeRow): void;
  /** Clicks in the intake, as far as this process knows. */
  size(): number;
  /** Resolves when all that was in the intake when asked is in the books; sooner when the database fails or hangs. */
  settled(): Promise<void>;
  /** Books what it can. What it cannot stays in the intake, for the next start. */
  close(): Promise<void>;
}

interface Queued extends IntakeRow {
  /** Put there by another run or process, which may not have heard that it was, and have it in its spool as well. */
  readonly swept: boolean;
  /** What cannot be recorded is found by trying each row by itself. */
  alone: boolean;
}

/** The more clicks at once, the more of them share the rows of a partner. */
const BATCH = 2_000;
/** So often at most, unless somebody waits for the result. */
const PACE_MS = 200;
const RETRY_MS = 1_000;
/** For one batch. Whoever waits longer has a database to wait for that hangs, and waits on in the statement that reads. */
const PATIENCE_MS = 500;
/** Every process books its own within moments, unless it has died. */
const SWEEP_MS = 30_000;

export function createClickBooker(
  app: Pick<App, "database" | "terms" | "now" | "log" | "metrics">,
  intake: ClickIntake,
  /** Called with every batch: there may be room again. */
  onBooked: () => void,
): ClickBooker {
  const queue: Queued[] = [];
  let readers: { readonly after: number; readonly go: () => void }[] = [];
  let size = 0;
  let added = 0;
  let booked = 0;
  let failing = false;
  let closed = false;
  let sweepDue = 0;
  let sweepAge = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let lastProgress = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const grow = (clicks: number): void => {
    size += clicks;
    app.metrics.unbookedClicks.set(size);
  };

  const enqueue = (row: IntakeRow, swept: boolean): void => {
    queue.push({ ...row, swept, alone: swept });
    grow(row.clicks.length);
    added += 1;
  };

  const leave = (rows: readonly Queued[]): void => {
    queue.splice(0, rows.length);
    for (const { clicks } of rows) grow(-clicks.length);
    booked += rows.length;
    lastProgress = performance.now();
    const waiting = readers;
    readers = waiting.filter(({ after }) => after > booked);
    for (const { after, go } of waiting) if (after <= booked) go();
    onBooked();
  };

  /** What a crash of a process, or of the database, left behind. */
  const sweep = async (): Promise<void> => {
    const known = queue.map(({ id }) => id);
    const found = await intake.waiting(sweepAge, known);
    for (const id of found) {
      const row = await intake.read(id).catch((error: unknown) => refuse(id, error));
      if (row) enqueue(row, true);
    }
    if (found.length < SWEPT) {
      sweepDue = performance.now() + SWEEP_MS;
      sweepAge = SWEEP_MS / 1_000;
    }
  };

  const refuse = async (id: string, error: unknown): Promise<null> => {
    if (!isBeyondRecording(error)) throw error;
    app.log.error({ err: error, intake: id }, "clicks cannot be recorded: they stay in click_intake");
    await intake.refuse(id);
    return null;
  };

  const nextBatch = (): Queued[] => {
    if (queue[0]?.alone) return [queue[0]];
    let clicks = 0;
    const end = queue.findIndex((row) => {
      clicks += row.clicks.length;
      return row.alone || clicks > BATCH;
    });
    return end < 0 ? [...queue] : queue.slice(0, Math.max(end, 1));
  };

  const bookBatch = async (): Promise<void> => {
    const rows = nextBatch();
    const [first] = rows;
    if (!first) return;
    const clicks = rows.flatMap((row) => row.clicks);
    try {
      await recordEvents(app, clicks, {
        intake: rows,
        // What was answered before midnight belongs to that day. What is found late comes today, as from a spool.
        ...(first.swept ? { receipt: first.id } : { bookOn: "occurrence" }),
      });
      app.metrics.clickBatch.observe(clicks.length);
      leave(rows);
    } catch (error) {
      if (rows.length > 1 && isBeyondRecording(error)) {
        for (const row of rows) row.alone = true;
        return;
      }
      await refuse(first.id, error);
      leave(rows);
    }
  };

  const run = async (): Promise<void> => {
    lastStart = performance.now();
    try {
      if (lastStart >= sweepDue) await sweep();
      await bookBatch();
      failing = false;
    } catch (error) {
      app.log.warn({ err: error, clicks: size }, "clicks have to wait in the intake");
      failing = true;
      // A commit that was not synced to disk may be undone: then its clicks are back.
      sweepDue = 0;
      sweepAge = 0;
      for (const { go } of readers.splice(0)) go();
    }
  };

  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    running ??= run().finally(() => {
      running = undefined;
      schedule();
    });
  };

  const schedule = (): void => {
    if (closed || running !== undefined) return;
    clearTimeout(timer);
    const now = performance.now();
    const hurry = size >= BATCH || readers.length > 0 || sweepDue === 0;
    const due = failing
      ? lastStart + RETRY_MS
      : queue.length === 0
        ? sweepDue
        : hurry
          ? now
          : lastStart + PACE_MS;
    timer = setTimeout(start, Math.max(0, due - now)).unref();
  };

  start();
  return {
    add(row) {
      enqueue(row, false);
      schedule();
    },
    size: () => size,
    async settled() {
      // Nobody knows what earlier runs left until the first sweep has looked.
      while (sweepDue === 0 && running !== undefined && !failing) await running;
      if (queue.length === 0 || failing || closed) return;
      await new Promise<void>((resolve) => {
        const askedAt = performance.now();
        const giveUp = () => {
          const left = Math.max(askedAt, lastProgress) + PATIENCE_MS - performance.now();
          if (left <= 0) resolve();
          else patience = setTimeout(giveUp, left);
        };
        let patience = setTimeout(giveUp, PATIENCE_MS);
        const go = () => {
          clearTimeout(patience);
          resolve();
        };
        readers.push({ after: added, go });
        schedule();
      });
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
      while (queue.length > 0 && !failing) await run();
      for (const { go } of readers.splice(0)) go();
    },
  };
}
