import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";

let database: TestDatabase;
let clients: Client[];
beforeEach(async () => {
  database = await createTestDatabase();
  clients = [1, 2, 3].map(() => new Client(database.owner));
  for (const client of clients) {
    await client.connect();
    await client.query("set lock_timeout = '1s'");
  }
  await database.sql(
    "insert into partners (email) select 'p' || n || '@example.org' from generate_series(1, 3) as n",
  );
});
afterEach(async () => {
  for (const client of clients) await client.end();
  await database.drop();
});

const book = (client: Client, partner: number) =>
  client.query(
    `insert into partner_days (partner_id, day, kind, verdict, events, earned)
     select id, current_date, 'click', 'counted', 2, 10 from partners where email = 'p' || $1::int || '@example.org'
     on conflict (partner_id, day, kind, verdict) do update set events = partner_days.events + 2, earned = partner_days.earned + 10`,
    [partner],
  );

const slots = () =>
  database.sql("select slot, events::int, earned::int, earners::int from program_days order by slot");

it("lets transactions of different partners move the totals of the program at the same time", async () => {
  for (const client of clients) await client.query("begin");
  for (const [index, client] of clients.entries()) await book(client, index + 1);
  for (const client of clients) await client.query("commit");
  const share = { events: 2, earned: 10, earners: 1 };
  expect(await slots()).toEqual([
    { slot: 0, ...share },
    { slot: 1, ...share },
    { slot: 2, ...share },
  ]);
});

it("goes on in the first slot when there is nobody else, and stays in it for the whole transaction", async () => {
  const [client] = clients;
  if (!client) throw new Error("there are three");
  await client.query("begin");
  await book(client, 1);
  await book(client, 2);
  await client.query("commit");
  await book(client, 1);
  expect(await slots()).toEqual([{ slot: 0, events: 6, earned: 30, earners: 2 }]);
});
