import { expect } from "vitest";
import type { TestApp } from "./test-app.ts";

/**
 * Does something that must leave no trace, and holds that it left none: every row of every table, and the mails that
 * wait, are as before. Only the rates may differ, for that somebody tried is counted, and the visitors' keys, which change
 * by themselves.
 */
export async function changesNothing<T>(test: Pick<TestApp, "database">, act: () => Promise<T>): Promise<T> {
  const before = await fingerprints(test);
  const outcome = await act();
  expect(await fingerprints(test)).toEqual(before);
  return outcome;
}

/** One hash per table of our own, so that a difference tells where it is. */
async function fingerprints({ database }: Pick<TestApp, "database">): Promise<Record<string, string>> {
  const tables = await database.sql<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and relname not in ('request_rates', 'visitor_keys')`,
  );
  const hashes = tables.map(({ name }) => hashOf(name, `select t::text from ${name} t`));
  // The queue keeps books of its own work; what it is asked to do is ours.
  hashes.push(hashOf("mails", "select id::text from jobs.job where name = 'send-mail'"));
  const rows = await database.sql<{ name: string; hash: string }>(hashes.join(" union all "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

const hashOf = (name: string, rows: string) =>
  `select '${name}' as name, (select md5(string_agg(r, e'\\n' order by r)) from (${rows}) as one (r)) as hash`;
