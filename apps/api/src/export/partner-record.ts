import { formatEuros } from "@contentflow/domain/money";
import type { App } from "../app.ts";
import { listSessions } from "../auth/list-sessions.ts";
import type { Viewer } from "../auth/viewer.ts";
import { readBalance } from "../ledger/read-balance.ts";
import { EVENTS } from "./events.table.ts";
import { type ExportTable, recordOf } from "./export-table.ts";
import { LEDGER } from "./ledger.table.ts";
import { LINKS } from "./links.table.ts";
import { WITHDRAWALS } from "./withdrawals.table.ts";

/**
 * Everything that is kept about a partner, as one JSON document in pieces: who they are, where they are signed in, their
 * balance, then their links, withdrawals, ledger and events, oldest first. Amounts are decimal strings in euros.
 */
export async function* partnerRecord(
  app: Pick<App, "database" | "now" | "terms">,
  viewer: Viewer,
): AsyncGenerator<string, void, undefined> {
  const [profile, statusChanges, sessions, balance] = await Promise.all([
    readProfile(app, viewer.id),
    readStatusChanges(app, viewer.id),
    listSessions(app, viewer),
    readBalance(app, viewer.id),
  ]);
  const { available, pending, paid, earned, debt } = balance;
  const figures = Object.entries({ available, pending, paid, earned, debt });
  const head = {
    exportedAt: app.now().toISOString(),
    profile,
    statusChanges,
    sessions: sessions.map(({ id: _, ...session }) => session),
    balance: Object.fromEntries(figures.map(([name, amount]) => [name, formatEuros(amount)])),
  };
  yield JSON.stringify(head, null, 2).replace(/\n}$/, "");
  yield* list("links", app, viewer, LINKS);
  yield* list("withdrawals", app, viewer, WITHDRAWALS);
  yield* list("ledger", app, viewer, LEDGER);
  yield* list("events", app, viewer, EVENTS);
  yield "\n}\n";
}

/** The next member of the document, one record a line. */
async function* list<Row>(
  name: string,
  app: Pick<App, "database" | "now" | "terms">,
  { id }: Viewer,
  table: ExportTable<Row>,
): AsyncGenerator<string, void, undefined> {
  let separator = `,\n  "${name}": [\n`;
  for await (const rows of table.pages(app, id)) {
    yield separator + rows.map((row) => `    ${JSON.stringify(recordOf(table, row))}`).join(",\n");
    separator = ",\n";
  }
  yield separator === ",\n" ? "\n  ]" : `,\n  "${name}": []`;
}

async function readProfile({ database: { pool } }: Pick<App, "database">, id: string) {
  const { rows } = await pool.query(
    `select id, email, status, locale, on_leaderboard as "onLeaderboard", created_at as "createdAt"
     from partners where id = $1`,
    [id],
  );
  return rows[0];
}

/** Which admin it was is theirs to know, and not about the partner. */
async function readStatusChanges({ database: { pool } }: Pick<App, "database">, id: string) {
  const { rows } = await pool.query(
    "select status, reason, at from partner_status_changes where partner_id = $1 order by id",
    [id],
  );
  return rows;
}
