import type { FastifyInstance } from "fastify";
import type { App } from "../app.ts";
import { csv } from "./csv.ts";
import { registerDownload } from "./download.ts";
import { CLICKS } from "./events.table.ts";
import type { ExportTable } from "./export-table.ts";
import { LEDGER } from "./ledger.table.ts";
import { LINKS } from "./links.table.ts";
import { partnerRecord } from "./partner-record.ts";
import { WITHDRAWALS } from "./withdrawals.table.ts";

/** `/partner/export.json`, everything about the signed-in partner, and `/partner/export/<table>.csv`, parts of it. */
export function registerPartnerExport(http: FastifyInstance, app: App): void {
  registerDownload(http, app, {
    url: "/partner/export.json",
    audience: "partner",
    name: "account",
    type: "json",
    content: (viewer) => partnerRecord(app, viewer),
  });
  const table = <Row>(name: string, exported: ExportTable<Row>) =>
    registerDownload(http, app, {
      url: `/partner/export/${name}.csv`,
      audience: "partner",
      name,
      type: "csv",
      content: ({ id }) => csv(exported.columns, exported.pages(app, id)),
    });
  table("ledger", LEDGER);
  table("withdrawals", WITHDRAWALS);
  table("links", LINKS);
  table("clicks", CLICKS);
}
