import { blockOf } from "../clicks/event-blocks.ts";
import { type ExportApp, type ExportTable, euros, instant } from "./export-table.ts";
import { type Placed, readPages } from "./read-pages.ts";

interface EventRow extends Placed {
  readonly id: string;
  readonly kind: string;
  readonly occurred_at: Date;
  readonly booked_on: string;
  readonly link: string | null;
  readonly verdict: string;
  readonly epc: string;
  readonly platform: string | null;
  readonly post_id: string | null;
  readonly referrer_host: string | null;
}

/** Whose visitor it was is not told: that is somebody else's data. */
const CLICK_COLUMNS: ExportTable<EventRow>["columns"] = [
  ["id", ({ id }) => id],
  ["occurredAt", ({ occurred_at }) => instant(occurred_at)],
  ["bookedOn", ({ booked_on }) => booked_on],
  ["link", ({ link }) => link],
  ["verdict", ({ verdict }) => verdict],
  ["earned", ({ verdict, epc }) => (verdict === "counted" ? euros(epc) : "0.00")],
  ["platform", ({ platform }) => platform],
  ["postId", ({ post_id }) => post_id],
  ["referrerHost", ({ referrer_host }) => referrer_host],
];

/** Of the days still kept: every click on a partner's links, whether it counted, and what it earned. */
export const CLICKS: ExportTable<EventRow> = {
  columns: CLICK_COLUMNS,
  pages: (app, partnerId) => readDays(app, partnerId, ["click"]),
};

/** Of the days still kept: clicks, views and conversions. */
export const EVENTS: ExportTable<EventRow> = {
  columns: [["kind", ({ kind }) => kind], ...CLICK_COLUMNS],
  pages: (app, partnerId) => readDays(app, partnerId, ["click", "view", "conversion"]),
};

/** Day by day: events are kept in a table per day, and looking into all of them for each page would cost with their number. */
async function* readDays(app: ExportApp, partnerId: string, kinds: readonly string[]) {
  const { rows } = await app.database.pool.query<{ day: string }>(DAYS, [partnerId, kinds]);
  for (const { day } of rows) yield* readPages<EventRow>(app, READ, [partnerId, kinds, day]);
}

const DAYS = `
  select distinct day::text as day from partner_days
  where partner_id = $1 and kind = any ($2::event_kind[]) and events > 0
    and to_regclass('metric_events_' || to_char(day, 'YYYYMMDD')) is not null
  order by day`;

const READ = `
  select array[e.id::text] as place, e.id::text, e.kind, e.occurred_at, e.booked_on::text, l.code as link, e.verdict,
    e.epc::text, e.platform, e.post_id, e.referrer_host
  from metric_events e left join links l on l.id = e.link_id
  where e.partner_id = $3 and e.kind = any ($4::event_kind[]) and e.booked_on = $5::date
    and ($2::text[] is null
      or (e.id > ($2::text[])[1]::bigint and ${blockOf("e.id")} >= ${blockOf("($2::text[])[1]::bigint")}))
  order by ${blockOf("e.id")}, e.id limit $1`;
