import type { Day } from "@contentflow/domain/day";
import type { Pool } from "pg";
import type { Database } from "../db/database.ts";

const known = new WeakMap<Pool, Map<Day, Promise<void>>>();

/**
 * Makes sure that events can be booked on these days. Remembered per process, so that it costs nothing once a day
 * exists: partitions disappear only when they are far older than any day that events are booked on again.
 */
export async function ensureEventPartitions(
  { pool }: Pick<Database, "pool">,
  days: Iterable<Day>,
): Promise<void> {
  const ready = known.get(pool) ?? new Map<Day, Promise<void>>();
  known.set(pool, ready);
  for (const day of new Set(days)) {
    let made = ready.get(day);
    if (!made) {
      made = makePartition(pool, day);
      ready.set(day, made);
      made.catch(() => ready.delete(day));
    }
    await made;
  }
}

async function makePartition(pool: Pool, day: Day): Promise<void> {
  try {
    await pool.query("select ensure_event_partition($1::date)", [day]);
  } catch (error) {
    // Another process made it in this very moment.
    if ((error as { code?: unknown }).code !== DUPLICATE_TABLE) throw error;
  }
}

const DUPLICATE_TABLE = "42P07";
