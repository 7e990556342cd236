import { Client } from "pg";
import type { EmbeddedConnection } from "./embedded-connection.ts";

/** Creates the application's database if it is missing. */
export async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  const client = new Client({ ...connection, database: "postgres", ssl: false });
  await client.connect();
  try {
    const name = connection.database;
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
