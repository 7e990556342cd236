import { rivalPool, serveRedirects } from "./serve-redirects.ts";

/**
 * A transaction for every click on a pool of 10, with next to nothing in it: tables of its own with no more indexes than
 * the 24-hour rule needs and a balance, no bots, no speed limits, no totals, no journal. Links from memory, one prepared
 * statement in one round trip.
 */
const TABLES = `
  create table if not exists rival_clicks (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    partner_id uuid not null,
    link_id uuid not null,
    visitor text not null,
    counted boolean not null,
    epc bigint not null
  );
  create table if not exists rival_visitors (
    link_id uuid not null,
    visitor text not null,
    counted_at timestamptz not null,
    primary key (link_id, visitor)
  );
  create table if not exists rival_balances (
    partner_id uuid primary key,
    available bigint not null default 0
  );
  insert into rival_balances (partner_id) select id from partners on conflict do nothing`;

const RECORD = `
  with first as (
    insert into rival_visitors (link_id, visitor, counted_at) values ($1, $3, now())
    on conflict (link_id, visitor) do update set counted_at = now()
      where rival_visitors.counted_at < now() - interval '24 hours'
    returning 1
  ), click as (
    insert into rival_clicks (partner_id, link_id, visitor, counted, epc)
    select $2, $1, $3, exists (select from first), 200000
  )
  update rival_balances set available = available + 200000
  where partner_id = $2 and exists (select from first)`;

const pool = await rivalPool(TABLES);
await serveRedirects(pool, ({ partnerId, linkId, visitor }) =>
  pool.query({ name: "record", text: RECORD, values: [linkId, partnerId, visitor] }),
);
