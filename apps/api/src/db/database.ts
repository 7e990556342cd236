import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { type ClientConfig, Pool } from "pg";
import { APPLICATION_ROLE } from "./application-role.ts";
import { CalmClient } from "./calm-client.ts";
import { ImpatientClient } from "./impatient-client.ts";
import { lineUp } from "./line-up.ts";
import { createOrm } from "./orm.ts";

/** What the application holds of its database. Everything in here works under the application's role. */
export interface Database {
  /** Business code: entities, one EntityManager per request (`orm.em.fork()`). */
  readonly orm: MikroORM;
  /** The few hot statements that are written by hand: sessions, balances, events over HTTP. */
  readonly pool: Pool;
  /** The same for redirects and the booking of their clicks, alone: no crowd of others keeps a visitor waiting. */
  readonly visitors: Pool;
  /** For connections of one's own (LISTEN, job queue). */
  readonly connection: ClientConfig;
  close(): Promise<void>;
}

export type { EntityManager };

/**
 * A stopped database must become an error, not a hang: together with the wait for a connection, nobody is kept waiting
 * for five seconds, not even who waited for clicks to be booked before.
 */
const QUERY_TIMEOUT_MS = 3_200;

/** Far more than GraphQL lets in at once: downloads, sockets and jobs wait for connections too. */
const MAX_WAITING = 5_000;

export interface PoolSettings {
  /** Most connections that the pools may use together. */
  readonly size: number;
  /** Milliseconds to wait for a free one, and in the ORM's line while nobody else gets one: then "try again" rather than hang. */
  readonly waitMs: number;
}

// Days are compared as text in places: a server may have been told to write them in another way.
const SESSION =
  "-c search_path=public -c datestyle=ISO -c lock_timeout=2900 -c idle_in_transaction_session_timeout=15000";

/**
 * The settings of `owner` under the application's role. Our own server knows that role as a login of its own, from which
 * no statement leads back to the owner. Behind a DATABASE_URL there is one login only: there the session changes its
 * role before its first statement.
 */
function asApplication(owner: ClientConfig): ClientConfig {
  const application = { ...owner, application_name: "contentflow" };
  return owner.connectionString === undefined
    ? { ...application, user: APPLICATION_ROLE, options: SESSION }
    : { ...application, options: `-c role=${APPLICATION_ROLE} ${SESSION}` };
}

/** How the connections of a process are shared out. */
function shareConnections(size: number): { visitors: number; pool: number; orm: number } {
  const orm = Math.floor(size / 2);
  // Few will do, at most two commits and a booking: the busier they are, the more clicks share each.
  const visitors = Math.max(2, Math.floor(size / 5));
  return { visitors, pool: Math.max(1, size - orm - visitors), orm };
}

/** Opens the application's pools. */
export function openDatabase(owner: ClientConfig, { size, waitMs }: PoolSettings): Database {
  const connection = asApplication(owner);
  const limits = {
    connectionTimeoutMillis: waitMs,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
  };
  // Statements that are given to a connection at once are sent at once: the way there and back is most of their time.
  const openPool = (max: number): Pool => {
    const pool = new Pool({ ...connection, ...limits, max, pipeline: true, Client: CalmClient });
    // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
    pool.on("error", () => {});
    return pool;
  };
  const share = shareConnections(size);
  const pool = openPool(share.pool);
  const visitors = openPool(share.visitors);
  const orm = createOrm(
    { ...connection, ...limits, Client: ImpatientClient },
    { pool: { min: 0, max: share.orm } },
    (created) => lineUp(created, { limit: share.orm, stallMs: waitMs, maxWaiting: MAX_WAITING }),
  );
  return {
    orm,
    pool,
    visitors,
    connection,
    async close() {
      await orm.close(true);
      await Promise.all([pool.end(), visitors.end()]);
    },
  };
}
