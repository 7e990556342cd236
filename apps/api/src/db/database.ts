import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { type ClientConfig, Pool } from "pg";
import { APPLICATION_ROLE } from "./application-role.ts";
import { createOrm } from "./orm.ts";

/** What the application holds of its database. Everything in here works under the application's role. */
export interface Database {
  /** Business code: entities, one EntityManager per request (`orm.em.fork()`). */
  readonly orm: MikroORM;
  /** The few hot statements that are written by hand: sessions, balances, clicks. */
  readonly pool: Pool;
  /** For connections of one's own (LISTEN, job queue). */
  readonly connection: ClientConfig;
  close(): Promise<void>;
}

export type { EntityManager };

/** No single answer may keep a person waiting longer; a stopped database must become an error, not a hang. */
const QUERY_TIMEOUT_MS = 4_000;
/** An exhausted pool answers "try again" well within a second. */
const POOL_WAIT_MS = 800;

/** The settings of `owner`, working under the application's role from the first statement on. */
export function asApplication(owner: ClientConfig): ClientConfig {
  return {
    ...owner,
    application_name: "contentflow",
    options: `-c role=${APPLICATION_ROLE} -c search_path=public -c lock_timeout=3000 -c idle_in_transaction_session_timeout=15000`,
  };
}

/** Opens the application's pools; `poolSize` is the total number of connections both may use. */
export async function openDatabase(owner: ClientConfig, poolSize: number): Promise<Database> {
  const connection = asApplication(owner);
  const limits = {
    connectionTimeoutMillis: POOL_WAIT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
  };
  const pool = new Pool({ ...connection, ...limits, max: Math.ceil(poolSize / 2) });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => {});
  const orm = await createOrm(
    { ...connection, ...limits },
    { pool: { min: 0, max: Math.floor(poolSize / 2) } },
  );
  return {
    orm,
    pool,
    connection,
    async close() {
      await orm.close(true);
      await pool.end();
    },
  };
}
