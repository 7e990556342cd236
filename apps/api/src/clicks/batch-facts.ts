import { type CountedClick, HISTORY_MILLISECONDS } from "@contentflow/domain/click";
import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import { type MicroEuros, microEuros } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { PoolClient } from "pg";
import type { PendingBatchEvent } from "./batch-event.ts";

export interface KnownLink {
  readonly id: string;
  readonly partnerId: string;
  readonly ownEpc: MicroEuros | null;
}

/** Everything in the database that the verdicts and the money of one batch depend on. */
export interface BatchFacts {
  /** Of the keys asked for, those that were not there before; from now on they are. */
  readonly newReceipts: ReadonlySet<string>;
  /** What known partners owe. A partner that is missing is unknown. */
  readonly debts: ReadonlyMap<string, MicroEuros>;
  readonly suspended: ReadonlySet<string>;
  readonly linksById: ReadonlyMap<string, KnownLink>;
  readonly linksByCode: ReadonlyMap<string, KnownLink>;
  readonly history: readonly CountedClick[];
}

const LOCK = {
  name: "clicks-lock",
  text: "select partner_id, debt from lock_balances($1::uuid[])",
};

// A click is booked on the day it arrives, which is near the day it occurred (a week late, minutes early) or, when it
// waited in a spool, the day of a batch like this one. Saying so spares a look into every other day that is kept, and into
// those that are made ahead; only a process whose clock is ahead may have booked on tomorrow.
const receiveAndRead = (onConflict: string, newKeys: string): string => `
    with received as (
      insert into event_receipts (key, recorded_on)
      select key, $2::date from unnest($1::uuid[]) as key
      ${onConflict}
    )
    select json_build_object(
      'receipts', ${newKeys},
      'suspended', (select coalesce(json_agg(id), '[]') from partners
        where id = any ($3::uuid[]) and status = 'suspended'),
      'links', (select coalesce(json_agg(json_build_array(id, code, partner_id, epc::text)), '[]') from links
        where id = any ($4::uuid[]) or code = any ($5::text[])),
      'history', (select coalesce(json_agg(json_build_array(
          visitor, partner_id, link_id, (extract(epoch from occurred_at) * 1000)::bigint)), '[]')
        from (
          select visitor, partner_id, link_id, occurred_at from metric_events
          -- A few others who share a visitor's hash come along: the judge knows them apart.
          where hashtext(visitor) = any (array(select hashtext(v) from unnest($6::text[]) v)) and verdict = 'counted' and kind = 'click'
            and occurred_at > $7::timestamptz and occurred_at < $8::timestamptz
            and (booked_on between $9::date and $10::date or booked_on between $11::date and $12::date)
          -- Keeps the partners out of the search: a plan made while the day's table was empty would look through all
          -- clicks of the partner instead of those of the visitor.
          offset 0
        ) visits
        where partner_id = any ($3::uuid[]))
    ) as facts`;

// Fails when a key is known: to look out for that with each insert, and to name those that are new, would double what a
// receipt costs.
const READ_NEW = { name: "clicks-read-new", text: receiveAndRead("", "null") };

const READ = {
  name: "clicks-read",
  text: receiveAndRead(
    "on conflict (key) do nothing returning key",
    "(select coalesce(json_agg(key), '[]') from received)",
  ),
};

// An id that was recorded with a date, over HTTP, must outlive it once no limit of age keeps it from coming again.
// Apart from the usual statement because this one locks the receipts of replays.
const READ_AND_KEEP = {
  name: "clicks-read-and-keep",
  text: receiveAndRead(
    // Only a row that was there before has an earlier version to be locked.
    `on conflict (key) do update set recorded_on = 'infinity' where event_receipts.recorded_on < 'infinity'
     returning key, xmax = 0 as new`,
    "(select coalesce(json_agg(key) filter (where new), '[]') from received)",
  ),
};

interface FactsRow {
  /** Null: all that were asked for. */
  readonly receipts: string[] | null;
  readonly suspended: string[];
  readonly links: [id: string, code: string, partnerId: string, epc: string | null][];
  readonly history: [visitor: string, partnerId: string, linkId: string | null, occurredAt: number][];
}

/**
 * Locks the partners' balances, which makes batches of one partner follow each other, and only then looks: what an
 * earlier batch counted is seen. `receipts` must be sorted, so that batches wait for each other in one direction; unless
 * `replays` are expected, one that is known fails the whole.
 */
export async function lockAndRead(
  client: PoolClient,
  events: readonly PendingBatchEvent[],
  receipts: readonly string[],
  { receiptsOn, replays, today }: { receiptsOn: Day | "infinity"; replays: boolean; today: Day },
): Promise<BatchFacts> {
  const partnerIds = distinct(events.map(({ partnerId }) => partnerId).filter(isUuid)).sort();
  const judged = events.filter(
    ({ kind, selfClick, prefetch, bot }) => kind === "click" && !selfClick && !prefetch && !bot,
  );
  const times = events.map(({ occurredAt }) => occurredAt.getTime());
  const first = Math.min(...times);
  const last = Math.max(...times);
  // Sent together: the second still sees what was committed while the first waited, as every statement looks anew.
  const locking = client.query<{ partner_id: string; debt: string }>({ ...LOCK, values: [partnerIds] });
  const reading = client.query<{ facts: FactsRow }>({
    ...(receiptsOn === "infinity" ? READ_AND_KEEP : replays ? READ : READ_NEW),
    values: [
      receipts,
      receiptsOn,
      partnerIds,
      distinct(events.flatMap(({ linkId }) => linkId ?? [])),
      distinct(events.flatMap(({ linkCode }) => linkCode ?? [])),
      distinct(
        judged.flatMap(({ visitor, formerVisitor }) =>
          formerVisitor ? [visitor, formerVisitor] : [visitor],
        ),
      ),
      new Date(first - HISTORY_MILLISECONDS),
      new Date(last + HISTORY_MILLISECONDS),
      addDays(dayOf(new Date(first)), -2),
      [addDays(dayOf(new Date(last)), 9), addDays(today, 1)].sort()[0],
      addDays(today, -1),
      today,
    ],
  });
  const [locked, { rows }] = await Promise.all([locking, reading]);
  const facts = rows[0]?.facts ?? { receipts: [], suspended: [], links: [], history: [] };
  const links = facts.links.map(([id, code, partnerId, epc]) => ({
    code,
    link: { id, partnerId, ownEpc: epc === null ? null : microEuros(BigInt(epc)) },
  }));
  return {
    newReceipts: new Set(facts.receipts ?? receipts),
    debts: new Map(locked.rows.map(({ partner_id, debt }) => [partner_id, microEuros(BigInt(debt))])),
    suspended: new Set(facts.suspended),
    linksById: new Map(links.map(({ link }) => [link.id, link])),
    linksByCode: new Map(links.map(({ code, link }) => [code, link])),
    history: facts.history.map(([visitor, partnerId, linkId, time]) => ({
      visitor,
      partnerId,
      linkId,
      occurredAt: new Date(time),
    })),
  };
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}
