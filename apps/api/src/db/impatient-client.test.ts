import { afterEach, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { type Database, type EntityManager, openDatabase } from "./database.ts";
import { ImpatientClient } from "./impatient-client.ts";
import { query } from "./query.ts";
import { inTransaction } from "./transaction.ts";

let test: TestDatabase;
let database: Database;
beforeEach(async () => {
  test = await createTestDatabase();
  // One connection for the ORM: whoever comes next gets the same, or another in its place.
  database = openDatabase(test.owner, { size: 3, waitMs: 2_000 });
});
afterEach(async () => {
  await database.close();
  await test.drop();
});

async function join(em: EntityManager, email: string): Promise<number> {
  await query(em, "insert into partners (email) values ($1)", [email]);
  const [row] = await query<{ pid: number }>(em, "select pg_backend_pid() as pid");
  return row?.pid ?? 0;
}

it("AC-43 a transaction that PostgreSQL stopped answering in is over within 5 s, and nobody goes on inside it", async () => {
  const startedAt = performance.now();
  let backend = 0;
  const outcome = await inTransaction(database, async (em) => {
    backend = await join(em, "half@example.org");
    process.kill(backend, "SIGSTOP");
    await query(em, "select 1");
  }).catch((error: unknown) => error);
  const tookMs = performance.now() - startedAt;
  process.kill(backend, "SIGCONT");
  expect(outcome).toBeInstanceOf(Error);
  expect(tookMs).toBeLessThan(5_000);

  expect(await inTransaction(database, (em) => join(em, "whole@example.org"))).not.toBe(backend);
  expect(await test.sql("select email from partners")).toEqual([{ email: "whole@example.org" }]);
});

it("AC-42 broken connections leave room for others, however often and wherever they break", async () => {
  for (let outage = 0; outage < 5; outage += 1) {
    const inTheMiddle = inTransaction(database, async (em) => {
      const backend = await join(em, "half@example.org");
      await test.sql("select pg_terminate_backend($1, 5000)", [backend]);
      await query(em, "select 1");
    });
    await expect(inTheMiddle).rejects.toThrow();
  }
  await inTransaction(database, (em) => join(em, "whole@example.org"));
  expect(await test.sql("select email from partners")).toEqual([{ email: "whole@example.org" }]);
});

it("AC-42 what a connection says after it was given back as broken does not end the process", async () => {
  const client = await database.pool.connect();
  client.release(true);
  const late = new Error("terminating connection due to unexpected postmaster exit");
  expect(() => client.emit("error", late)).not.toThrow();
  expect(() => new ImpatientClient().emit("error", late)).not.toThrow();
});
