import { splitClawback } from "@contentflow/domain/balance";
import { DomainError } from "@contentflow/domain/errors";
import { type MicroEuros, microEuros, sum } from "@contentflow/domain/money";
import { parseText } from "@contentflow/domain/text";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { bookEntry } from "./book-entry.ts";
import { bookLapse } from "./book-lapse.ts";
import { lockBalance } from "./lock-balance.ts";

export interface Invalidation {
  /** Ids of clicks of one partner, 1 to 100. */
  readonly eventIds: readonly string[];
  readonly reason: string;
  readonly adminId: string;
}

const MAX_EVENTS = 100;
const EVENT_ID = /^[1-9][0-9]{0,17}$/;

/**
 * Takes back what clicks earned that turned out not to be genuine: first from what is available, the rest becomes debt,
 * which later earnings repay. Clicks that are invalid already stay as they are. Returns the partner's id.
 * @throws DomainError BAD_USER_INPUT (no or too many clicks, of several partners, or some that never counted),
 *   NOT_FOUND
 */
export async function invalidateClicks(
  app: Pick<App, "database" | "terms" | "now">,
  { eventIds, reason: givenReason, adminId }: Invalidation,
): Promise<string> {
  const reason = parseText(givenReason, { field: "reason", max: 500 });
  const ids = [...new Set(eventIds)];
  if (ids.length < 1 || ids.length > MAX_EVENTS) {
    throw refusal(`must name 1 to ${MAX_EVENTS} clicks`);
  }
  if (!ids.every((id) => EVENT_ID.test(id))) throw eventNotFound();

  return inTransaction(app.database, async (em) => {
    const { partnerId, days } = await partnerOf(em, ids);
    const locked = await lockBalance(em, partnerId);
    const invalidated = await query<{ earned: string }>(em, INVALIDATE, [ids, days]);
    const amount = sum(invalidated.map(({ earned }): MicroEuros => microEuros(BigInt(earned))));
    const { available } = await bookLapse(app, em, locked);
    const { fromAvailable, fromDebt } = splitClawback(amount, available);
    const entry = { partnerId, kind: "clawback" as const, reason, adminId };
    await bookEntry(app, em, { ...entry, amount: fromAvailable });
    await bookEntry(app, em, { ...entry, amount: fromDebt, debt: true });
    return partnerId;
  });
}

/** Whose balance has to be locked before the clicks may be changed. */
async function partnerOf(em: EntityManager, ids: string[]): Promise<{ partnerId: string; days: string[] }> {
  const events = await query<{ partner_id: string | null; day: string; counts: boolean }>(em, READ, [ids]);
  if (events.length < ids.length) throw eventNotFound();
  if (!events.every(({ counts }) => counts)) throw refusal("must be clicks that counted");
  const partners = [...new Set(events.map(({ partner_id }) => partner_id))];
  const [partnerId] = partners;
  if (!partnerId || partners.length > 1) throw refusal("must be clicks of one partner");
  return { partnerId, days: [...new Set(events.map(({ day }) => day))] };
}

function refusal(reason: string): DomainError {
  return new DomainError("BAD_USER_INPUT", { field: "eventIds", reason });
}

function eventNotFound(): DomainError {
  return new DomainError("NOT_FOUND", { what: "Event" });
}

const READ = `
  select partner_id, booked_on::text as day, kind = 'click' and verdict in ('counted', 'invalidated') as counts
  from metric_events where id = any ($1::bigint[])`;

// Verdicts, totals by day and counters of links move together, and only for the clicks that still counted.
const INVALIDATE = `
  with invalid as (
    update metric_events set verdict = 'invalidated'
    where id = any ($1::bigint[]) and booked_on = any ($2::date[]) and verdict = 'counted'
    returning partner_id, booked_on as day, link_id, epc
  ), totals as (
    select partner_id, day, count(*) as events, sum(epc) as earned from invalid group by partner_id, day
  ), no_longer_counted as (
    update partner_days d set events = d.events - t.events, earned = d.earned - t.earned
    from totals t
    where d.partner_id = t.partner_id and d.day = t.day and d.kind = 'click' and d.verdict = 'counted'
  ), now_invalid as (
    insert into partner_days (day, partner_id, kind, verdict, events, earned)
    select day, partner_id, 'click', 'invalidated', events, earned from totals
    on conflict (partner_id, day, kind, verdict) do update
      set events = partner_days.events + excluded.events, earned = partner_days.earned + excluded.earned
  ), counters as (
    update links l set clicks = l.clicks - i.clicks, earned = l.earned - i.earned
    from (select link_id, count(*) as clicks, sum(epc) as earned from invalid where link_id is not null group by link_id) i
    where l.id = i.link_id
  )
  select earned::text from totals`;
