import type { PoolClient } from "pg";
import type { App } from "../app.ts";
import type { PendingBatchEvent } from "./batch-event.ts";
import { readClicks, writeClicks } from "./click-text.ts";

/** Clicks that were committed together and wait to be recorded. */
export interface IntakeRow {
  readonly id: string;
  readonly clicks: readonly PendingBatchEvent[];
  /**
   * Found there, after a crash or a lost confirmation: whoever put it there may have it in a spool as well, under the same
   * id, which therefore is its receipt.
   */
  readonly swept: boolean;
}

/** The table of clicks whose visitors were redirected and which are not in the books yet. */
export interface ClickIntake {
  /** Resolves when they are committed. `id`: a uuid of the caller's, by which their recording is recognised. */
  put(id: string, clicks: readonly PendingBatchEvent[]): Promise<void>;
  /**
   * Ids of what has waited for at least so long, by the database's clock, whoever put it there, but for the `known`: the
   * oldest first, at most `SWEPT`.
   */
  waiting(forSeconds: number, known: readonly string[]): Promise<string[]>;
  /** Null when it has been recorded meanwhile. */
  read(id: string): Promise<IntakeRow | null>;
  /** Keeps what cannot be recorded, for a person to look at, and out of the way of the rest. */
  refuse(id: string): Promise<void>;
}

const PUT = { name: "intake-put", text: "insert into click_intake (id, clicks) values ($1, $2)" };
/** As much as is held in memory at once: some thousand clicks, fifty thousand at most. */
export const SWEPT = 100;

export function createClickIntake({ database: { pool } }: Pick<App, "database">): ClickIntake {
  return {
    async put(id, clicks) {
      await pool.query({ ...PUT, values: [id, writeClicks(clicks)] });
    },
    async waiting(forSeconds, known) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from click_intake where not refused and received_at <= now() - make_interval(secs => $1)
           and id <> all ($2::uuid[])
         order by received_at limit ${SWEPT}`,
        [forSeconds, known],
      );
      return rows.map(({ id }) => id);
    },
    async read(id) {
      const { rows } = await pool.query<{ clicks: string }>("select clicks from click_intake where id = $1", [
        id,
      ]);
      return rows[0] ? { id, clicks: readClicks(rows[0].clicks), swept: true } : null;
    },
    async refuse(id) {
      await pool.query("update click_intake set refused = true where id = $1", [id]);
    },
  };
}

const TAKE = {
  name: "intake-take",
  text: "delete from click_intake where id = any ($1::uuid[]) returning id",
};

/**
 * Takes rows out for the transaction that records them: whoever gets an id back records its clicks, nobody else ever
 * will. Waits for another process that is at it. The transaction is not synced to disk.
 */
export async function takeFromIntake(client: PoolClient, taken: readonly IntakeRow[]): Promise<Set<string>> {
  if (taken.length === 0) return new Set();
  const [, { rows }] = await Promise.all([
    // What is in the intake is durable there: a crash that undoes this brings it back.
    client.query("set local synchronous_commit = off"),
    client.query<{ id: string }>({ ...TAKE, values: [taken.map(({ id }) => id).sort()] }),
  ]);
  return new Set(rows.map(({ id }) => id));
}
