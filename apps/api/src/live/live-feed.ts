import { EventEmitter, on } from "node:events";
import type { FastifyBaseLogger } from "fastify";
import { Client, type ClientConfig } from "pg";

/** Something that changed in the books, in any API process of this database. */
export type LiveChange =
  | { readonly kind: "balance"; readonly partnerId: string }
  | { readonly kind: "withdrawal"; readonly partnerId: string; readonly id: string };

/** Tells this process's subscribers what any process of the same database committed. */
export interface LiveFeed {
  /**
   * The changes that `wanted` picks, until `signal` aborts. Changes of the same object that follow each other within a
   * few milliseconds are told once: subscribers read the newest state anyway. `again` is told whenever something may
   * have been missed.
   */
  changes(
    wanted: (change: LiveChange) => boolean,
    signal: AbortSignal,
    again?: LiveChange,
  ): AsyncGenerator<LiveChange>;
  close(): Promise<void>;
}

const RECONNECT_MS = 500;
/** Many clicks a second on one partner are one look at the balance, still far below what an eye notices. */
const GATHER_MS = 50;

/**
 * Listens to PostgreSQL's notifications, which triggers send at commit whenever money moves. The connection comes back
 * by itself; what was missed meanwhile is made up for: balances are looked at again, and the withdrawals that changed
 * last are told.
 */
export function createLiveFeed(connection: ClientConfig, log: FastifyBaseLogger): LiveFeed {
  const emitter = new EventEmitter().setMaxListeners(0);
  const gathered = new Map<string, LiveChange>();
  const watched = new Set<LiveChange>();
  let client: Client | undefined;
  let gathering: NodeJS.Timeout | undefined;
  let reconnecting: NodeJS.Timeout | undefined;
  let closed = false;

  const tell = (change: LiveChange) => {
    gathered.set(`${change.kind}:${change.kind === "balance" ? change.partnerId : change.id}`, change);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const changes = [...gathered.values()];
      gathered.clear();
      for (const one of changes) emitter.emit("change", one);
    }, GATHER_MS);
  };

  const connect = async (again: boolean): Promise<void> => {
    const next = new Client({ ...connection, application_name: "contentflow-live", keepAlive: true });
    next.on("error", () => reconnect(next));
    next.on("end", () => reconnect(next));
    next.on("notification", ({ channel, payload }) => {
      for (const change of parseNotification(channel, payload ?? "")) tell(change);
    });
    client = next;
    try {
      await next.connect();
      await next.query("listen balance_changed");
      await next.query("listen withdrawal_changed");
      if (again) await makeUp(next);
    } catch {
      reconnect(next);
    }
  };

  const makeUp = async (connected: Client): Promise<void> => {
    for (const change of watched) tell(change);
    const { rows } = await connected.query<{ id: string; partnerId: string }>(RECENT_WITHDRAWALS);
    for (const row of rows) tell({ kind: "withdrawal", ...row });
  };

  const reconnect = (lost: Client) => {
    if (closed || client !== lost) return;
    client = undefined;
    lost.end().catch(() => {});
    log.warn("live connection lost, connecting again");
    reconnecting = setTimeout(() => void connect(true), RECONNECT_MS);
  };

  void connect(false);

  return {
    async *changes(wanted, signal, again) {
      const events = on(emitter, "change", { signal });
      if (again) watched.add(again);
      try {
        for await (const [change] of events as AsyncIterable<[LiveChange]>) {
          if (wanted(change)) yield change;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        if (again) watched.delete(again);
      }
    },
    async close() {
      closed = true;
      clearTimeout(gathering);
      clearTimeout(reconnecting);
      await client?.end();
    },
  };
}

/** More than changes within any gap that a reconnect leaves; telling one too many does no harm. */
const RECENT_WITHDRAWALS = `
  select distinct w.id, w.partner_id as "partnerId"
  from (select withdrawal_id from withdrawal_events order by id desc limit 100) e
  join withdraw_requests w on w.id = e.withdrawal_id`;

function parseNotification(channel: string, payload: string): LiveChange[] {
  // One batch of clicks moves the balances of many partners.
  if (channel === "balance_changed")
    return payload.split(",").map((partnerId) => ({ kind: "balance", partnerId }));
  if (channel === "withdrawal_changed") {
    const { id, partnerId } = JSON.parse(payload) as { id: string; partnerId: string };
    return [{ kind: "withdrawal", id, partnerId }];
  }
  return [];
}
