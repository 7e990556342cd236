import type { EntityManager } from "@mikro-orm/postgresql";
import { query } from "../db/query.ts";

/** Links that may be asked for in `WINDOW_MINUTES`, by whoever asks: for one mailbox, and from one network. */
const PER_ADDRESS = 3;
const PER_NETWORK = 20;
const WINDOW_MINUTES = 15;

/** Seeds that keep these locks apart from each other and from other locks on an address. */
const ADDRESS_LOCK = 1;
const NETWORK_LOCK = 2;

export interface Asking {
  readonly email: string;
  readonly network: string;
}

/**
 * Until the end of the transaction, nobody else asks for this address or from this network: what is counted afterwards
 * stays true until the link is committed. Always in this order, or two would wait for each other.
 */
export async function lockAsking(em: EntityManager, { email, network }: Asking): Promise<void> {
  await query(em, "select pg_advisory_xact_lock(hashtextextended($1, $2))", [network, NETWORK_LOCK]);
  await query(em, "select pg_advisory_xact_lock(hashtextextended($1, $2))", [email, ADDRESS_LOCK]);
}

/** Seconds until another link may be asked for, by the database's clock; null when one may be now. */
export async function secondsUntilAllowed(
  em: EntityManager,
  { email, network }: Asking,
): Promise<number | null> {
  const [row] = await query<{ seconds: number | null }>(
    em,
    // The newest link but two (nineteen) is the one that has to leave the window first.
    `select ceil(extract(epoch from $3 * interval '1 minute' - (now() - greatest(
       (select created_at from magic_links where email = $1 and created_at > now() - $3 * interval '1 minute'
        order by created_at desc offset $4 limit 1),
       (select created_at from magic_links where network = $2 and created_at > now() - $3 * interval '1 minute'
        order by created_at desc offset $5 limit 1)
     ))))::int as seconds`,
    [email, network, WINDOW_MINUTES, PER_ADDRESS - 1, PER_NETWORK - 1],
  );
  // Not in SQL: greatest(1, null) is 1, which would refuse everybody.
  return row?.seconds == null ? null : Math.max(1, row.seconds);
}
