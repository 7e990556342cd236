import { type RivalClick, rivalPool, serveRedirects } from "./serve-redirects.ts";

/**
 * The least that a group commit can be: the clicks that came in while the one before it was committed are written down by
 * one statement, a row each, into one table with one index. By no rule, and nobody is credited.
 */
const TABLE = `
  create table if not exists grouped_clicks (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    partner_id uuid not null,
    link_id uuid not null,
    visitor text not null
  )`;

const RECORD = `
  insert into grouped_clicks (at, partner_id, link_id, visitor)
  select at, "partnerId", "linkId", visitor
  from json_to_recordset($1::json) as c (at timestamptz, "partnerId" uuid, "linkId" uuid, visitor text)`;

/** As ContentFlow's own. */
const BATCH = 500;
const COMMITS_AT_ONCE = 2;

interface Waiting {
  readonly click: Omit<RivalClick, "userAgent"> & { readonly at: Date };
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const pool = await rivalPool(TABLE);
const waiting: Waiting[] = [];
let commits = 0;

async function commit(batch: readonly Waiting[]): Promise<void> {
  try {
    const clicks = JSON.stringify(batch.map(({ click }) => click));
    await pool.query({ name: "record", text: RECORD, values: [clicks] });
    for (const { done } of batch) done();
  } catch (error) {
    for (const { failed } of batch) failed(error);
  }
}

function pump(): void {
  while (waiting.length > 0 && commits < COMMITS_AT_ONCE) {
    commits += 1;
    void commit(waiting.splice(0, BATCH)).then(() => {
      commits -= 1;
      pump();
    });
  }
}

await serveRedirects(
  pool,
  ({ partnerId, linkId, visitor }) =>
    new Promise<void>((done, failed) => {
      waiting.push({ click: { at: new Date(), partnerId, linkId, visitor }, done, failed });
      if (waiting.length === 1) setImmediate(pump);
    }),
);
