import { randomBytes } from "node:crypto";
import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import type { App } from "../app.ts";
import { isUnavailable } from "../db/database-error.ts";

export interface VisitorKeys {
  /** The key of the day, and yesterday's, under which the same visitor is recognised across midnight. */
  current(): DayKeys | Promise<DayKeys>;
}

export interface DayKeys {
  readonly today: Uint8Array;
  readonly yesterday: Uint8Array | null;
}

const KEY_BYTES = 32;

/**
 * One random key per UTC day, the same in every process. What the database holds is only half of it: without the
 * application's secret a copy of the database recognises nobody.
 */
export function createVisitorKeys(app: Pick<App, "database" | "secrets" | "now">): VisitorKeys {
  const cache = new Map<Day, Promise<Uint8Array | null>>();

  const fetchKey = async (day: Day, make: boolean): Promise<Uint8Array | null> => {
    const { visitors: pool } = app.database;
    if (make) {
      await pool.query("insert into visitor_keys (day, key) values ($1, $2) on conflict do nothing", [
        day,
        randomBytes(KEY_BYTES),
      ]);
    }
    const { rows } = await pool.query<{ key: Buffer }>("select key from visitor_keys where day = $1", [day]);
    return rows[0] ? app.secrets.hmac("visitor-key", rows[0].key) : null;
  };

  const keyOf = (day: Day, make: boolean): Promise<Uint8Array | null> => {
    let key = cache.get(day);
    if (!key) {
      key = fetchKey(day, make);
      cache.set(day, key);
      key.catch(() => cache.delete(day));
    }
    return key;
  };

  let latest: Uint8Array | undefined;
  let known: { readonly day: number; readonly keys: DayKeys } | undefined;

  const find = async (now: Date): Promise<DayKeys> => {
    const day = dayOf(now);
    for (const old of cache.keys()) if (old < addDays(day, -1)) cache.delete(old);
    try {
      const [today, yesterday] = await Promise.all([keyOf(day, true), keyOf(addDays(day, -1), false)]);
      if (!today) throw new Error("the day's visitor key vanished");
      latest = today;
      known = { day: dayNumber(now), keys: { today, yesterday } };
      return known.keys;
    } catch (error) {
      // With the database down at midnight the last key goes on: visitors stay the same, and as it is yesterday's key
      // by then, they are recognised when the database is back.
      if (!isUnavailable(error) || !latest) throw error;
      return { today: latest, yesterday: null };
    }
  };

  return {
    current() {
      const now = app.now();
      return known?.day === dayNumber(now) ? known.keys : find(now);
    },
  };
}

/** Tells days apart without writing them out, which every click would have to wait for. */
function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / 86_400_000);
}
