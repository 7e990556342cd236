import { randomUUID } from "node:crypto";
import type { TestDatabase } from "../testing/test-database.ts";
import type { PendingBatchEvent } from "./record-events.ts";

export interface TestLink {
  readonly partnerId: string;
  readonly linkId: string;
  readonly code: string;
}

let numbers = 0;

/** A partner with one link, made by the owner of the database. `epc` in micro-euros. */
export async function addLink(
  { sql }: Pick<TestDatabase, "sql">,
  more: { partnerId?: string; epc?: number; destination?: string } = {},
): Promise<TestLink> {
  numbers += 1;
  const partnerId = more.partnerId ?? randomUUID();
  const code = `code-${numbers}`;
  if (more.partnerId === undefined) {
    await sql("insert into partners (id, email) values ($1, $2)", [partnerId, `p${numbers}@example.org`]);
  }
  const [link] = await sql<{ id: string }>(
    "insert into links (code, partner_id, destination, epc) values ($1, $2, $3, $4) returning id",
    [code, partnerId, more.destination ?? "https://example.org/there", more.epc ?? null],
  );
  return { partnerId, linkId: link?.id ?? "", code };
}

/** A click on the link by a visitor of its own, now: it counts unless the test says otherwise. */
export function clickOn(link: TestLink, change: Partial<PendingBatchEvent> = {}): PendingBatchEvent {
  numbers += 1;
  return {
    kind: "click",
    occurredAt: new Date(),
    partnerId: link.partnerId,
    linkId: link.linkId,
    visitor: `visitor-${numbers}`,
    ...change,
  };
}

/**
 * What must agree, whatever happened: per partner the balance with the sum of the frozen rates of counted clicks, the
 * daily totals with the events, the counters of links with the events. Empty when all of it does.
 */
export async function differences({ sql }: Pick<TestDatabase, "sql">): Promise<unknown[]> {
  return sql(`
    with earned as (
      select partner_id, sum(epc) as amount from metric_events
      where verdict in ('counted', 'invalidated') and kind = 'click' group by partner_id
    ), accrued as (
      select partner_id, sum(amount) as amount from ledger_entries where kind = 'accrual' group by partner_id
    ), days as (
      select booked_on as day, coalesce(partner_id, '00000000-0000-0000-0000-000000000000') as partner_id, kind, verdict,
        count(*) as events, sum(case when verdict = 'counted' then epc else 0 end) as earned
      from metric_events group by 1, 2, 3, 4
    ), clicked as (
      select link_id, count(*) as clicks, sum(epc) as earned from metric_events
      where verdict = 'counted' and kind = 'click' and link_id is not null group by link_id
    )
    select 'accruals' as what, coalesce(e.partner_id, a.partner_id)::text as whom from earned e
      full join accrued a using (partner_id) where coalesce(e.amount, 0) <> coalesce(a.amount, 0)
    union all
    select 'balance', b.partner_id::text from partner_balances b left join (
        select partner_id,
          sum(case when credit_account = 'available' then amount when debit_account = 'available' then -amount else 0 end) as available,
          sum(case when debit_account = 'debt' then amount when credit_account = 'debt' then -amount else 0 end) as debt
        from ledger_entries group by partner_id
      ) l using (partner_id)
      where (b.available, b.debt) is distinct from (coalesce(l.available, 0), coalesce(l.debt, 0))
    union all
    select 'days', coalesce(d.partner_id, p.partner_id)::text from days d
      full join partner_days p using (day, partner_id, kind, verdict)
      where (d.events, d.earned) is distinct from (p.events, p.earned)
    union all
    select 'links', l.id::text from links l left join clicked c on c.link_id = l.id
      where (l.clicks, l.earned) is distinct from (coalesce(c.clicks, 0), coalesce(c.earned, 0))`);
}
