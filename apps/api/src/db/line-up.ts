import type { Pool, PoolClient } from "pg";
import { createAdmissionGate, type GateSettings } from "../rates/admission-gate.ts";

/**
 * Who wants a connection of `pool` waits in line for it for as long as the line moves; the pool alone would turn people
 * away from a quick crowd as it does from a standstill. Only for pools whose users call `connect` and await it, as the
 * ORM does.
 */
export function lineUp(pool: Pool, settings: GateSettings): void {
  const gate = createAdmissionGate(settings);
  const connect: () => Promise<PoolClient> = pool.connect.bind(pool);
  const handedOut = new WeakSet<PoolClient>();
  const connectInTurn = async (...given: unknown[]) => {
    if (given.length > 0) throw new Error("in this line, connections are awaited, not called back");
    await gate.enter();
    try {
      const client = await connect();
      handedOut.add(client);
      return client;
    } catch (error) {
      gate.leave(false);
      throw error;
    }
  };
  pool.connect = connectInTurn as Pool["connect"];
  // The pool also releases what nobody got: a connection that opened too late.
  pool.on("release", (_error, client) => {
    if (handedOut.delete(client)) gate.leave();
  });
}
