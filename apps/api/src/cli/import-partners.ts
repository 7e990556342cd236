import { randomUUID } from "node:crypto";
import { parseEmail } from "@contentflow/domain/email";
import { type AnyDomainError, DomainError } from "@contentflow/domain/errors";
import { isUuid } from "@contentflow/domain/session-id";
import type { App } from "../app.ts";
import { violatedUnique } from "../db/database-error.ts";
import { importLines } from "./import-lines.ts";
import type { Output } from "./output.ts";
import { parseJsonObject } from "./parse-json.ts";

interface ImportedPartner {
  readonly id: string | null;
  readonly email: string;
}

interface StoredPartner extends ImportedPartner {
  readonly id: string;
}

type ImportApp = Pick<App, "database" | "config">;
type Outcome = "created" | "unchanged" | AnyDomainError;

/**
 * Creates the partners of NDJSON files, `{"id"?, "email"}`. One that exists with the same id and address is unchanged; one
 * that exists with another of the two, or an admin's address, is refused. Resolves the exit code: 0 unless no line was good.
 */
export async function importPartners(
  app: ImportApp,
  files: readonly string[],
  { json }: { readonly json: boolean },
  output: Output,
): Promise<number> {
  const report = await importLines<ImportedPartner>(
    files,
    { title: "Partners", parse: parsePartner, store: (partners) => storePartners(app, partners) },
    output,
  );
  const created = report.count("created");
  const unchanged = report.count("unchanged");
  return report.finish({ created, unchanged }, `${created} created, ${unchanged} unchanged`, json, output);
}

function parsePartner(text: string): ImportedPartner {
  const { id, email } = parseJsonObject(text);
  if (id !== undefined && id !== null && !isUuid(id)) {
    throw new DomainError("BAD_USER_INPUT", { field: "id", reason: "must be a UUID" });
  }
  return { id: id?.toLowerCase() ?? null, email: parseEmail(email) };
}

async function storePartners(app: ImportApp, partners: readonly ImportedPartner[]): Promise<Outcome[]> {
  const { pool } = app.database;
  const { rows } = await pool.query<{ id: string; email: string; admin: boolean }>(
    `select id, email, false as admin from partners where id = any ($1::uuid[]) or email = any ($2::text[])
     union all select id, email, true from admins where email = any ($2::text[])`,
    [partners.flatMap(({ id }) => id ?? []), partners.map(({ email }) => email)],
  );
  const admins = new Set([
    ...app.config.adminEmails,
    ...rows.filter(({ admin }) => admin).map(({ email }) => email),
  ]);
  const known = rows.filter(({ admin }) => !admin);
  const idOf = new Map(known.map(({ id, email }) => [email, id]));
  const emailOf = new Map(known.map(({ id, email }) => [id, email]));
  const fresh = new Map<number, StoredPartner>();
  const outcomes = partners.map(({ id, email }, index): Outcome => {
    if (admins.has(email)) return conflict("The address is an admin's");
    const existing = idOf.get(email);
    if (existing !== undefined) {
      return id === null || id === existing
        ? "unchanged"
        : conflict("The address belongs to a partner with another id");
    }
    if (id !== null && emailOf.has(id)) return conflict("The id belongs to a partner with another address");
    const partner = { id: id ?? randomUUID(), email };
    idOf.set(partner.email, partner.id);
    emailOf.set(partner.id, partner.email);
    fresh.set(index, partner);
    return "created";
  });
  const created = await insertPartners(app, [...fresh.values()]);
  if (created.size === fresh.size) return outcomes;
  // Somebody signed up since the look-up. Another look sees them, which decides all lines but those stored above.
  const again = await storePartners(app, partners);
  return again.map((outcome, index) => (created.has(fresh.get(index)?.id) ? "created" : outcome));
}

/** Resolves the ids of those that were stored: all but the ones that exist by now, or none if one became an admin. */
async function insertPartners(
  { database: { pool } }: ImportApp,
  partners: readonly StoredPartner[],
): Promise<Set<string | undefined>> {
  try {
    const { rows } = await pool.query<{ id: string }>(
      `insert into partners (id, email)
       select id, email from json_to_recordset($1::json) as p (id uuid, email text)
       on conflict do nothing returning id`,
      [JSON.stringify(partners)],
    );
    return new Set(rows.map(({ id }) => id));
  } catch (error) {
    if (violatedUnique(error) === "address_has_one_role") return new Set();
    throw error;
  }
}

function conflict(reason: string): DomainError<"CONFLICT"> {
  return new DomainError("CONFLICT", { reason });
}
