import { expect } from "vitest";
import type { AckLog, KnownWithdrawal } from "./ack-log.ts";
import { until } from "./until.ts";
import type { World } from "./world.ts";

/** Clicks that were taken while the database was away get into the books one by one: none for this long means never. */
const STALLED_AFTER_MS = 15_000;

/** What the books say that the log does not, and the other way round. */
interface Difference {
  /** Acknowledged, and not in the books. */
  readonly lost: readonly string[];
  /** Booked more than once. */
  readonly twice: readonly string[];
}

/**
 * Acknowledged is booked, everything is booked once at most, nobody got an answer that is neither of the business nor 503,
 * and the books prove themselves. Tells the figures.
 */
export async function expectSoundBooks(world: World, log: AckLog, title: string): Promise<void> {
  await untilDrained(world, log);
  expect(await clicksOf(world, log), "clicks").toEqual({ lost: [], twice: [] });
  expect(await eventsOf(world, log), "events").toEqual({ lost: [], twice: [] });
  expect(await withdrawalsOf(world, log), "withdrawals").toEqual({ lost: [], twice: [] });
  expect(log.wrong().slice(0, 5), "answers that nobody may get").toEqual([]);
  const { code, output } = await world.verify();
  expect(code, output).toBe(0);
  const [booked] = await world.sql<{ clicks: string; events: string }>(
    `select count(*) filter (where referrer_host is not null) as clicks,
       count(*) filter (where post_id is not null) as events from metric_events where verdict in ('counted', 'invalidated')`,
  );
  const [asked] = await world.sql<{ n: string }>("select count(*) as n from withdraw_requests");
  tell(
    `${title}: ${log.figures()}; booked ${booked?.clicks} clicks, ${booked?.events} events, ${asked?.n} withdrawals; ` +
      `slowest answer ${log.slowest()} ms`,
  );
}

/** Waits for clicks that are still to come, for as long as they come. */
async function untilDrained(world: World, log: AckLog): Promise<void> {
  let missing = (await clicksOf(world, log)).lost.length;
  while (missing > 0) {
    const fewer = await until("another click is booked", STALLED_AFTER_MS, async () => {
      const { length } = (await clicksOf(world, log)).lost;
      return length < missing && { length };
    }).catch(() => undefined);
    if (!fewer) return;
    missing = fewer.length;
  }
}

/** Figures belong to the result: a run says how much was put to the test. */
export function tell(line: string): void {
  process.stderr.write(`      ${line}\n`);
}

async function clicksOf(world: World, log: AckLog): Promise<Difference> {
  const rows = await world.sql<{ key: string; n: string }>(
    `select referrer_host as key, count(*) as n from metric_events
     where kind = 'click' and verdict in ('counted', 'invalidated') and referrer_host is not null group by 1`,
  );
  return compare(log.clicks, rows);
}

async function eventsOf(world: World, log: AckLog): Promise<Difference> {
  const rows = await world.sql<{ key: string; n: string }>(
    `select post_id as key, count(*) as n from metric_events
     where kind = 'click' and verdict in ('counted', 'invalidated') and post_id is not null group by 1`,
  );
  return compare(log.events, rows);
}

function compare(
  acknowledged: ReadonlyMap<string, boolean>,
  rows: readonly { key: string; n: string }[],
): Difference {
  const booked = new Map(rows.map(({ key, n }) => [key, Number(n)]));
  return {
    lost: [...acknowledged].filter(([key, answered]) => answered && !booked.has(key)).map(([key]) => key),
    twice: [...booked].filter(([key, n]) => n > 1 || !acknowledged.has(key)).map(([key]) => key),
  };
}

interface Booked {
  readonly id: string;
  readonly key: string;
  readonly partner_id: string;
  readonly history: readonly string[];
}

async function withdrawalsOf(world: World, log: AckLog): Promise<Difference> {
  const rows = await world.sql<Booked>(
    `select w.id, w.idempotency_key as key, w.partner_id, array_agg(e.to_status::text order by e.id) as history
     from withdraw_requests w join withdrawal_events e on e.withdrawal_id = w.id group by w.id`,
  );
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const isBooked = (key: string, known: KnownWithdrawal) => {
    const [booked] = byKey.get(key) ?? [];
    if (known.id === undefined) return true;
    return booked?.id === known.id && known.statuses.every((status) => booked.history.includes(status));
  };
  return {
    lost: [...log.withdrawals].filter(([key, known]) => !isBooked(key, known)).map(([key]) => key),
    twice: [...byKey]
      .filter(([key, same]) => same.length > 1 || !log.withdrawals.has(key))
      .map(([key]) => key),
  };
}
