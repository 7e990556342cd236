import { setTimeout as pause } from "node:timers/promises";
import type { App } from "../app.ts";
import { isUnavailable } from "../db/database-error.ts";
import { isBeyondRecording } from "./beyond-recording.ts";
import { type ClickIntake, type IntakeRow, SWEPT } from "./click-intake.ts";
import { createSettling } from "./click-settling.ts";
import { recordIntake } from "./record-events.ts";

/** Takes what lies in the intake over into the books, soon and many clicks at a time. */
export interface ClickBooker {
  /** These clicks were just committed to the intake. */
  add(row: IntakeRow): void;
  /** Clicks in the intake, as far as this process knows. */
  size(): number;
  /** More than one booking takes: clicks come in faster than they are booked, or somebody is in its way. */
  behind(): boolean;
  /** The last attempt to book something failed. */
  failing(): boolean;
  /** The database may have crashed, and a booking that was not synced to its disk be undone: looks what has come back. */
  suspect(): void;
  /**
   * Resolves when all that was in the intake when asked is in the books; sooner when the database fails, or when nothing
   * has been booked for so many milliseconds.
   */
  settled(patienceMs?: number): Promise<void>;
  /** Books what it can. What it cannot stays in the intake, for the next start. */
  close(): Promise<void>;
}

interface Queued extends IntakeRow {
  /** What cannot be recorded is found by trying each row by itself. */
  alone: boolean;
}

/** The more clicks at once, the more of them share the rows of a partner. */
const BATCH = 4_000;
/** So often at most, unless somebody waits for the result. */
const PACE_MS = 500;
const RETRY_MS = 1_000;
/** Every process books its own within moments, unless it has died. */
const SWEEP_MS = 30_000;
/** For one batch. Whoever waits longer has a database to wait for that hangs, and waits on in the statement that reads. */
const PATIENCE_MS = 750;
/** Between two looks whether a sweep, which may hang, has ended. */
const LOOK_MS = 5;

export function createClickBooker(
  app: Pick<App, "database" | "terms" | "now" | "log" | "metrics">,
  intake: ClickIntake,
  /** Called after every attempt: there may be room again, or none for some time. */
  onAttempt: () => void,
): ClickBooker {
  /** By id, in the order in which they came. */
  const queue = new Map<string, Queued>();
  const settling = createSettling();
  let size = 0;
  let failures = 0;
  let closed = false;
  /** 0: at once, whatever its age. */
  let sweepDue = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const grow = (clicks: number): void => {
    size += clicks;
    app.metrics.unbookedClicks.set(size);
  };

  const enqueue = (row: IntakeRow): void => {
    // A sweep may find a row before this process has heard that its own commit succeeded.
    if (queue.has(row.id)) return;
    queue.set(row.id, { ...row, alone: false });
    grow(row.clicks.length);
    settling.came();
  };

  const leave = (rows: readonly Queued[]): void => {
    for (const { id, clicks } of rows) {
      queue.delete(id);
      grow(-clicks.length);
    }
    settling.went(rows.length);
  };

  /** What a crash of a process, or of the database, left behind. */
  const sweep = async (): Promise<void> => {
    const found = await intake.waiting(sweepDue === 0 ? 0 : SWEEP_MS / 1_000, [...queue.keys()]);
    for (const id of found) {
      const row = await intake.read(id).catch((error: unknown) => refuse(id, error));
      if (row) enqueue(row);
    }
    // With more than that, the rest once these are booked.
    if (found.length < SWEPT) sweepDue = performance.now() + SWEEP_MS;
  };

  const refuse = async (id: string, error: unknown): Promise<null> => {
    if (!isBeyondRecording(error)) throw error;
    app.log.error({ err: error, intake: id }, "clicks cannot be recorded: they stay in click_intake");
    await intake.refuse(id);
    return null;
  };

  const nextBatch = (): Queued[] => {
    const rows = [...queue.values()];
    let clicks = 0;
    const end = rows.findIndex((row) => {
      clicks += row.clicks.length;
      return row.alone || clicks > BATCH;
    });
    // One at least, be it large or to be tried alone.
    return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
  };

  const bookBatch = async (rows: readonly Queued[]): Promise<void> => {
    const [first] = rows;
    if (!first) return;
    try {
      const recorded = await recordIntake(app, rows);
      app.metrics.clickBatch.observe(recorded.length);
    } catch (error) {
      if (rows.length > 1 && isBeyondRecording(error)) {
        for (const row of rows) row.alone = true;
        return;
      }
      if (rows.length > 1) throw error;
      await refuse(first.id, error);
    }
    leave(rows);
  };

  /** With a database that answers, some row is to blame, or somebody who holds a lock: the others need not wait for it. */
  const giveWay = async (rows: readonly Queued[]): Promise<void> => {
    await app.database.pool.query("select 1");
    const [first] = rows;
    // It stays in the intake; the next sweep finds it.
    if (first?.alone) leave([first]);
    else if (failures > 1) for (const row of rows) row.alone = true;
  };

  const run = async (): Promise<void> => {
    lastStart = performance.now();
    let rows: Queued[] = [];
    try {
      if (lastStart >= sweepDue && [...queue.values()].every(({ swept }) => !swept)) await sweep();
      rows = nextBatch();
      await bookBatch(rows);
      failures = 0;
    } catch (error) {
      app.log.warn({ err: error, clicks: size }, "clicks have to wait in the intake");
      failures += 1;
      if (isUnavailable(error)) sweepDue = 0;
      await giveWay(rows).catch((down: unknown) => app.log.debug({ err: down }, "no database"));
      settling.giveUp();
    }
    onAttempt();
  };

  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    running ??= run().finally(() => {
      running = undefined;
      schedule();
    });
  };

  const due = (now: number): number => {
    if (failures > 0) return lastStart + RETRY_MS;
    if (sweepDue === 0) return now;
    if (queue.size === 0) return sweepDue;
    return size >= BATCH || settling.isAwaited() ? now : lastStart + PACE_MS;
  };

  const schedule = (): void => {
    if (closed || running !== undefined) return;
    clearTimeout(timer);
    const now = performance.now();
    timer = setTimeout(start, Math.max(0, due(now) - now)).unref();
  };

  start();
  return {
    add(row) {
      enqueue(row);
      schedule();
    },
    size: () => size,
    behind: () => size > BATCH,
    failing: () => failures > 0,
    suspect() {
      sweepDue = 0;
      schedule();
    },
    async settled(patienceMs = PATIENCE_MS) {
      // Nobody knows what was left behind until a sweep has found no more.
      const deadline = performance.now() + patienceMs;
      while (sweepDue === 0 && failures === 0 && !closed && performance.now() < deadline)
        await pause(LOOK_MS);
      if (queue.size === 0 || failures > 0 || closed) return;
      const settled = settling.wait(patienceMs);
      schedule();
      await settled;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
      while (queue.size > 0 && failures === 0) await run();
      settling.giveUp();
    },
  };
}
