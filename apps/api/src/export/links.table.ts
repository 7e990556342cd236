import { type ExportTable, euros, instant } from "./export-table.ts";
import { type Placed, readPages } from "./read-pages.ts";

interface LinkRow extends Placed {
  readonly code: string;
  readonly destination: string;
  readonly title: string | null;
  readonly epc: string | null;
  readonly clicks: string;
  readonly earned: string;
  readonly created_at: Date;
}

/** A partner's links. `epc` is a rate of its own in euros, if the link has one. */
export const LINKS: ExportTable<LinkRow> = {
  columns: [
    ["code", ({ code }) => code],
    ["destination", ({ destination }) => destination],
    ["title", ({ title }) => title],
    ["epc", ({ epc }) => epc && euros(epc)],
    ["clicks", ({ clicks }) => clicks],
    ["earned", ({ earned }) => euros(earned)],
    ["createdAt", ({ created_at }) => instant(created_at)],
  ],
  pages: (app, partnerId) => readPages<LinkRow>(app, READ, [partnerId]),
};

const READ = `
  select array[created_at::text, id::text] as place, code, destination, title, epc, clicks, earned, created_at
  from links
  where partner_id = $3
    and ($2::text[] is null
      or (created_at >= ($2::text[])[1]::timestamptz
        and (created_at, id) > (($2::text[])[1]::timestamptz, ($2::text[])[2]::uuid)))
  order by created_at, id limit $1`;
