import type { MicroEuros } from "@contentflow/domain/money";
import type { QueryConfig } from "pg";
import { type Accrual, accruals, type BookedEvent, dayTotals, linkTotals } from "./batch-totals.ts";
import { AFTER_EVENT_ARRAYS, EVENT_ARRAYS, EVENT_COLUMNS, eventArrays } from "./event-columns.ts";

const DAYS = `$${AFTER_EVENT_ARRAYS}`;
const LINKS = `$${AFTER_EVENT_ARRAYS + 1}`;
const ACCRUALS = `$${AFTER_EVENT_ARRAYS + 2}`;

const WRITE = {
  name: "clicks-write",
  text: `
    with written as (
      insert into metric_events (${EVENT_COLUMNS}) select * from unnest(${EVENT_ARRAYS})
    ), days as materialized (
      select day, partner_id, kind, verdict, events, earned
      from json_to_recordset(${DAYS}::json) as d (day date, partner_id uuid, kind event_kind, verdict verdict,
        events bigint, earned bigint)
    ), grown as (
      -- First, because trying to insert what is there already costs four times as much as updating it.
      update partner_days p set events = p.events + d.events, earned = p.earned + d.earned
      from days d
      where (p.partner_id, p.day, p.kind, p.verdict) = (d.partner_id, d.day, d.kind, d.verdict)
        -- Those of nobody we know are under no lock: two batches must come to them in the order in which they insert.
        and d.partner_id <> '00000000-0000-0000-0000-000000000000'
      returning p.partner_id, p.day, p.kind, p.verdict
    ), begun as (
      insert into partner_days (day, partner_id, kind, verdict, events, earned)
      select day, partner_id, kind, verdict, events, earned from days d
      where not exists (
        select from grown g where (g.partner_id, g.day, g.kind, g.verdict) = (d.partner_id, d.day, d.kind, d.verdict))
      order by partner_id, day, kind, verdict
      on conflict (partner_id, day, kind, verdict) do update
        set events = partner_days.events + excluded.events, earned = partner_days.earned + excluded.earned
    ), counters as (
      update links set clicks = links.clicks + l.clicks, earned = links.earned + l.earned
      from json_to_recordset(${LINKS}::json) as l (id uuid, clicks bigint, earned bigint)
      where links.id = l.id
    )
    select book_accruals(${ACCRUALS}::jsonb)`,
};

/** The one statement that writes a judged batch: the events, the totals by day and link, and the money. */
export async function writeStatement(
  booked: readonly BookedEvent[],
  debts: ReadonlyMap<string, MicroEuros>,
): Promise<QueryConfig> {
  const events = await eventArrays(booked);
  const days = dayTotals(booked);
  const totals = [
    days.map(({ day, partnerId, kind, verdict, events, earned }) => ({
      day,
      partner_id: partnerId,
      kind,
      verdict,
      events,
      earned: earned.toString(),
    })),
    linkTotals(booked).map(({ id, clicks, earned }) => ({ id, clicks, earned: earned.toString() })),
    accruals(days, debts).map(accrualRow),
  ];
  return { ...WRITE, values: [...events, ...totals.map((rows) => JSON.stringify(rows))] };
}

function accrualRow({ partnerId, bookedOn, account, amount }: Accrual) {
  return { partner_id: partnerId, booked_on: bookedOn, credit_account: account, amount: amount.toString() };
}
