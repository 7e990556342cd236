import type { Verdict } from "@contentflow/domain/click";
import { type Day, dayOf } from "@contentflow/domain/day";
import type { Pool, PoolClient, QueryConfig } from "pg";
import type { App } from "../app.ts";
import { isRetryable, violatedUnique } from "../db/database-error.ts";
import type { PendingBatchEvent, RecordedEvent } from "./batch-event.ts";
import { lockAndRead } from "./batch-facts.ts";
import { lateLapseStatement } from "./book-late-lapse.ts";
import { type IntakeRow, takeFromIntake } from "./click-intake.ts";
import { ensureEventPartitions } from "./event-partitions.ts";
import { receiptOf } from "./event-receipt.ts";
import { judgeBatch } from "./judge-batch.ts";
import { writeStatement } from "./write-batch.ts";

export type { PendingBatchEvent, RecordedEvent } from "./batch-event.ts";

/** The parts of the application that recording takes. */
export type RecordingApp = Pick<App, "database" | "terms" | "now" | "metrics">;

export interface RecordOptions {
  /** Names the whole batch (a uuid): if it was recorded before, nothing happens. */
  readonly receipt?: string;
  /**
   * On which day events are booked: the day they arrive, or the day they occurred, for what was answered before it is
   * recorded and for moving in from another system.
   */
  readonly bookOn?: "arrival" | "occurrence";
  /** Remember the ids for good: for events that no limit of age keeps from being sent again years later. */
  readonly keepReceipts?: boolean;
}

interface Recording extends RecordOptions {
  /** The rows of the intake in which the events lie, in their order. */
  readonly intake: readonly IntakeRow[];
}

const ATTEMPTS = 3;
/** How PostgreSQL writes a date later than all others. */
const FOR_EVER = "infinity";

/**
 * The way in for events from elsewhere, and for clicks out of a spool: decides, writes and books a batch in one
 * transaction, and answers one result per event, in order, once that is committed. Up to some thousand events; a
 * conflict or deadlock is tried again as a whole, three times at most. When it throws, either nothing was recorded or,
 * if the connection broke during the commit, all of it: sending the same ids (or the same `receipt`) again is safe in
 * both cases.
 */
export async function recordEvents(
  app: RecordingApp,
  events: readonly PendingBatchEvent[],
  options: RecordOptions = {},
): Promise<RecordedEvent[]> {
  return events.length === 0 ? [] : record(app, events, { ...options, intake: [] });
}

/**
 * Records the clicks of these rows, on the days they occurred, and takes the rows out of the intake in the same
 * transaction. The clicks of a row that is gone were recorded before. Fails as `recordEvents` does.
 */
export async function recordIntake(
  app: RecordingApp,
  intake: readonly IntakeRow[],
): Promise<RecordedEvent[]> {
  const clicks = intake.flatMap((row) => row.clicks);
  return record(app, clicks, { intake, bookOn: "occurrence" });
}

async function record(
  app: RecordingApp,
  events: readonly PendingBatchEvent[],
  options: Recording,
): Promise<RecordedEvent[]> {
  let replays = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const recorded = await recordOnce(app, events, { ...options, replays });
      countVerdicts(app, recorded);
      return recorded;
    } catch (error) {
      if (!replays && isReplay(error)) replays = true;
      else if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

/** An id was recorded before, by a batch that expected none such. */
function isReplay(error: unknown): boolean {
  return violatedUnique(error) === "event_receipts_pkey";
}

function countVerdicts(app: RecordingApp, recorded: readonly RecordedEvent[]): void {
  const counts = new Map<Verdict, number>();
  for (const { verdict, replayed } of recorded) {
    if (!replayed) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  for (const [verdict, events] of counts) app.metrics.events.inc({ verdict }, events);
}

async function recordOnce(
  app: RecordingApp,
  events: readonly PendingBatchEvent[],
  options: Recording & { readonly replays: boolean },
): Promise<RecordedEvent[]> {
  const today = dayOf(app.now());
  const bookingDay = ({ occurredAt }: PendingBatchEvent): Day =>
    options.bookOn === "occurrence" ? dayOf(occurredAt) : today;
  await ensureEventPartitions(app.database, events.map(bookingDay));

  const keys = events.map(({ id }) => (id === undefined ? undefined : receiptOf(id)));
  const { intake } = options;
  const swept = intake.filter((row) => row.swept).map(({ id }) => id);
  const batchKeys = [...keys, options.receipt, ...swept];
  const receipts = [...new Set(batchKeys.filter((key) => key !== undefined))].sort();

  return onConnection(app.database.pool, async (client) => {
    const [, taken, facts] = await Promise.all([
      client.query("begin"),
      takeFromIntake(client, intake),
      lockAndRead(client, events, receipts, {
        today,
        receiptsOn: options.keepReceipts ? FOR_EVER : today,
        replays: options.replays,
      }),
    ]);
    const wholeBatchIsNew = options.receipt === undefined || facts.newReceipts.has(options.receipt);
    const unseen = new Set(facts.newReceipts);
    // Somebody else has booked the row or, if it was swept, what lay of it in a spool.
    const isGone = (row: IntakeRow) => !taken.has(row.id) || (row.swept && !facts.newReceipts.has(row.id));
    const gone = intake.flatMap((row) => row.clicks.map(() => isGone(row)));
    // Deleting as we go: of two events with one id in a batch, the first is the event and the second its replay.
    const isNew = keys.map(
      (key, index) => wholeBatchIsNew && !gone[index] && (key === undefined || unseen.delete(key)),
    );
    const judged = await judgeBatch(
      events.filter((_, index) => isNew[index]),
      facts,
      app.terms,
    );
    // All of it is worked out before anything is sent: an error on the way must not leave a commit of half of it.
    const statements: (string | QueryConfig)[] = [];
    if (judged.length > 0) {
      const booked = judged.map((one) => ({ ...one, bookedOn: bookingDay(one.event) }));
      statements.push(await writeStatement(booked, facts.debts));
      const { earningsWindowDays: windowDays } = app.terms;
      const lapse =
        options.bookOn === "occurrence" && lateLapseStatement(booked, facts.debts, { today, windowDays });
      if (lapse) statements.push(lapse);
    }
    // Also with nothing new: receipts that are now kept for good have to stay so, and what was taken out is done.
    statements.push(wholeBatchIsNew || intake.length > 0 ? "commit" : "rollback");
    // Sent together, in this order. If one fails, so do those after it, and the commit undoes instead.
    await Promise.all(statements.map((statement) => client.query(statement)));
    const verdicts = judged.map(({ verdict }) => verdict).values();
    return isNew.map((fresh) => ({
      verdict: (fresh ? verdicts.next().value : undefined) ?? "duplicate",
      replayed: !fresh,
    }));
  });
}

/** A connection whose state is unknown is closed, which also ends its transaction: nobody else must get it. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await work(client);
    failed = false;
    return result;
  } catch (error) {
    if (isReplay(error)) {
      await client.query("rollback");
      failed = false;
    }
    throw error;
  } finally {
    client.release(failed);
  }
}
