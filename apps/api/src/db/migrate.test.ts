import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { createTestDatabase } from "../testing/test-database.ts";
import { migrate } from "./migrate.ts";

it("brings a database of any name up to date as a plain role behind a URL, and makes no other database", async () => {
  const server = inject("postgres");
  const client = new Client(server);
  await client.connect();
  const databases = async () => {
    const { rows } = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname not like 'test\\_%' order by 1",
    );
    return rows.map(({ name }) => name);
  };
  await client.query("create role partners_owner login createrole");
  await client.query("create database partners_of_somebody owner partners_owner");
  try {
    const before = await databases();
    const url = new URL("postgres://partners_owner@localhost/partners_of_somebody");
    url.searchParams.set("host", String(server.host));
    url.searchParams.set("port", String(server.port));
    await client.query("grant contentflow_app to partners_owner");
    await migrate({ connectionString: url.href });
    await migrate({ connectionString: url.href });
    expect(await databases()).toEqual(before);

    const inside = new Client({ connectionString: url.href });
    await inside.connect();
    const { rows } = await inside.query(
      "select tableowner from pg_tables where tablename = 'ledger_entries'",
    );
    await inside.end();
    expect(rows).toEqual([{ tableowner: "partners_owner" }]);
  } finally {
    await client.query("drop database partners_of_somebody with (force)");
    await client.query("drop owned by partners_owner");
    await client.query("drop role partners_owner");
    await client.end();
  }
});

it("asks one question of a database that is up to date, and does everything for one that does not say so", async () => {
  const database = await createTestDatabase();
  const queues = () => database.sql("select from jobs.queue where name = 'clean-up'");
  try {
    await database.sql("delete from jobs.queue where name = 'clean-up'");
    await migrate(database.owner);
    expect(await queues()).toHaveLength(0);

    await database.sql("comment on trigger journal_only_grows on ledger_entries is 'of another version'");
    await migrate(database.owner);
    expect(await queues()).toHaveLength(1);

    await database.sql("delete from jobs.queue where name = 'clean-up'");
    await migrate(database.owner);
    expect(await queues()).toHaveLength(0);
  } finally {
    await database.drop();
  }
});

it("takes a database without its last part, as a restore that was cut short leaves it, for what it is", async () => {
  const database = await createTestDatabase();
  try {
    await database.sql("drop trigger journal_only_grows on ledger_entries");
    await expect(migrate(database.owner)).rejects.toThrow("journal_only_grows");
  } finally {
    await database.drop();
  }
});

it("works out generated columns as a restore does, with no schema to search", async () => {
  const database = await createTestDatabase();
  const client = new Client(database.owner);
  await client.connect();
  try {
    const { rows } = await client.query(
      "select distinct attrelid::regclass::text as name from pg_attribute where attgenerated = 's'",
    );
    expect(rows).toEqual([{ name: "partner_clicks" }]);
    await client.query("set session_replication_role = replica");
    await client.query("select set_config('search_path', '', false)");
    const { rows: written } = await client.query(
      `insert into public.partner_clicks (partner_id, clicks, earned_7) values (gen_random_uuid(), 5, 900)
       returning magnitude_ever > 0 as clicks, doublings_7 > 0 as earned`,
    );
    expect(written).toEqual([{ clicks: true, earned: true }]);
  } finally {
    await client.end();
    await database.drop();
  }
});
