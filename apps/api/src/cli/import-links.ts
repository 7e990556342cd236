import { type AnyDomainError, DomainError } from "@contentflow/domain/errors";
import { parseRate } from "@contentflow/domain/money";
import { isUuid } from "@contentflow/domain/session-id";
import type { App } from "../app.ts";
import { parseDestination } from "../links/destination.ts";
import { randomLinkCode } from "../links/link-code.ts";
import { importLines } from "./import-lines.ts";
import type { Output } from "./output.ts";
import { parseJsonObject } from "./parse-json.ts";

interface ImportedLink {
  readonly code: string | null;
  readonly partnerId: string;
  readonly destination: string;
  /** Micro-euros, as the database has it; null: the program's rate. */
  readonly epc: string | null;
}

interface StoredLink extends ImportedLink {
  readonly code: string;
}

type ImportApp = Pick<App, "database" | "publicUrl">;
type Outcome = "created" | "unchanged" | AnyDomainError;

const CODE = /^[A-Za-z0-9_-]{1,64}$/;
/** What a header can carry as it is. */
const PLAIN_ADDRESS = /^https?:\/\/[\x21-\x7e]+$/;

/**
 * Creates the links of NDJSON files, `{"code"?, "partnerId", "destination", "epc"?}`. A link that exists with the same
 * content is unchanged; a code that exists with other content is refused, as links never change where they lead.
 * Resolves the exit code: 0 unless no line was good.
 */
export async function importLinks(
  app: ImportApp,
  files: readonly string[],
  { json }: { readonly json: boolean },
  output: Output,
): Promise<number> {
  const report = await importLines<ImportedLink>(
    files,
    { title: "Links", parse: (text) => parseLink(text, app), store: (links) => storeLinks(app, links) },
    output,
  );
  const created = report.count("created");
  const unchanged = report.count("unchanged");
  return report.finish({ created, unchanged }, `${created} created, ${unchanged} unchanged`, json, output);
}

function parseLink(text: string, { publicUrl }: ImportApp): ImportedLink {
  const { code, partnerId, destination, epc } = parseJsonObject(text, "epc");
  if (code !== undefined && code !== null && (typeof code !== "string" || !CODE.test(code))) {
    throw refuse("code", "must be 1 to 64 letters, digits, _ or -");
  }
  if (!isUuid(partnerId)) throw refuse("partnerId", "must be a UUID");
  // The list of hosts keeps strangers who sign up from using our domain; an operator's links may lead anywhere.
  const normalised = parseDestination(destination, { linkHosts: ["*"], publicUrl });
  return {
    code: code ?? null,
    partnerId: partnerId.toLowerCase(),
    // To the letter where possible: to some servers `%7E` and `~` are two addresses.
    destination:
      typeof destination === "string" && PLAIN_ADDRESS.test(destination) ? destination : normalised,
    epc: epc === undefined || epc === null ? null : parseRate(epc).toString(),
  };
}

async function storeLinks(app: ImportApp, links: readonly ImportedLink[]): Promise<Outcome[]> {
  const { pool } = app.database;
  const { rows } = await pool.query<{ partners: string[]; links: StoredLink[] }>(
    `select array(select id::text from partners where id = any ($1::uuid[])) as partners,
       (select coalesce(json_agg(l), '[]') from (
         select code, partner_id as "partnerId", destination, epc::text as epc from links
         where code = any ($2::text[]) or (partner_id, destination) in (
           select * from unnest($3::uuid[], $4::text[]))) l) as links`,
    [
      [...new Set(links.map(({ partnerId }) => partnerId))],
      links.flatMap(({ code }) => code ?? []),
      ...columns(links.filter(({ code }) => code === null)),
    ],
  );
  const partners = new Set(rows[0]?.partners);
  const byCode = new Map(rows[0]?.links.map((link) => [link.code, link]));
  const contents = new Set(rows[0]?.links.map(contentOf));
  const fresh = new Map<number, StoredLink>();
  const outcomes = links.map((link, index): Outcome => {
    if (!partners.has(link.partnerId))
      return new DomainError("NOT_FOUND", { what: `Partner ${link.partnerId}` });
    const existing = link.code === null ? undefined : byCode.get(link.code);
    if (existing) {
      if (contentOf(existing) === contentOf(link)) return "unchanged";
      return new DomainError("CONFLICT", { reason: "The code belongs to a link with other content" });
    }
    // Without a code there is nothing else that tells whether a line was imported before.
    if (link.code === null && contents.has(contentOf(link))) return "unchanged";
    const stored = { ...link, code: link.code ?? randomLinkCode() };
    byCode.set(stored.code, stored);
    contents.add(contentOf(stored));
    fresh.set(index, stored);
    return "created";
  });
  const inserted = await pool.query<{ code: string }>(
    `insert into links (code, partner_id, destination, epc)
     select code, "partnerId", destination, epc
     from json_to_recordset($1::json) as l (code text, "partnerId" uuid, destination text, epc bigint)
     on conflict do nothing returning code`,
    [JSON.stringify([...fresh.values()])],
  );
  if (inserted.rowCount === fresh.size) return outcomes;
  // Somebody took a code since the look-up. Another look sees that link, which decides all lines but those stored above.
  const created = new Set<string | undefined>(inserted.rows.map(({ code }) => code));
  const again = await storeLinks(app, links);
  return again.map((outcome, index) => (created.has(fresh.get(index)?.code) ? "created" : outcome));
}

function columns(links: readonly ImportedLink[]): [partnerIds: string[], destinations: string[]] {
  return [links.map(({ partnerId }) => partnerId), links.map(({ destination }) => destination)];
}

function contentOf({ partnerId, destination, epc }: ImportedLink): string {
  return JSON.stringify([partnerId, destination, epc]);
}

function refuse(field: string, reason: string): DomainError {
  return new DomainError("BAD_USER_INPUT", { field, reason });
}
