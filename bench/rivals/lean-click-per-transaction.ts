import { createHmac } from "node:crypto";
import fastify from "fastify";
import pg from "pg";

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

const pool = new pg.Pool({ ...JSON.parse(process.env["CONNECTION"] ?? "{}"), ssl: false, max: 10 });
pool.on("error", () => {});
await pool.query(TABLES);
const { rows } = await pool.query<{ id: string; code: string; partner_id: string; destination: string }>(
  "select id, code, partner_id, destination from links",
);
const links = new Map(rows.map((row) => [row.code, row]));

const http = fastify({ trustProxy: "127.0.0.1" });
http.get("/readyz", () => ({ status: "ok" }));
http.get<{ Params: { code: string } }>("/r/:code", async (request, reply) => {
  const link = links.get(request.params.code);
  if (!link) return reply.code(404).send();
  const visitor = createHmac("sha256", "key")
    .update(`${request.ip}\n${request.headers["user-agent"]}`)
    .digest("base64url");
  await pool.query({ name: "record", text: RECORD, values: [link.id, link.partner_id, visitor] });
  return reply.code(302).header("location", link.destination).send();
});
await http.listen({ port: Number(process.env["PORT"]) });
process.once("SIGTERM", () => void http.close().then(() => pool.end()));
