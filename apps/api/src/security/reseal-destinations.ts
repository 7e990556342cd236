import { Client, type ClientConfig } from "pg";
import type { App } from "../app.ts";

const BATCH = 500;

export interface Resealed {
  /** Destinations that are sealed with the current secret now and were not before. */
  readonly resealed: number;
  /** Ids of withdrawals whose destination no accepted secret opens. */
  readonly lost: readonly string[];
}

/**
 * Seals every destination with the current secret, so that APP_SECRET_PREVIOUS can be let go of. As the tables' owner:
 * the application itself can never exchange where a withdrawal goes. Can be repeated, and run beside the server.
 */
export async function resealDestinations(app: Pick<App, "secrets">, owner: ClientConfig): Promise<Resealed> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query("set contentflow.resealing = 'on'");
    const lost: string[] = [];
    let resealed = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
      const { rows } = await client.query<{ id: string; sealed: Buffer }>(
        `select id, destination_sealed as sealed from withdraw_requests
         where destination_sealed is not null and id > $1 order by id limit ${BATCH}`,
        [after],
      );
      for (const { id, sealed } of rows) {
        const fresh = freshlySealed(app, sealed);
        if (fresh === "lost") lost.push(id);
        else if (fresh) resealed += await replace(client, id, sealed, fresh);
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return { resealed, lost };
      after = last.id;
    }
  } finally {
    await client.end();
  }
}

function freshlySealed({ secrets }: Pick<App, "secrets">, sealed: Buffer): Buffer | "lost" | null {
  try {
    if (secrets.isCurrent("destination", sealed)) return null;
    return secrets.seal("destination", secrets.open("destination", sealed));
  } catch {
    return "lost";
  }
}

/** Unless it was forgotten in the meantime. */
async function replace(client: Client, id: string, was: Buffer, becomes: Buffer): Promise<number> {
  const { rowCount } = await client.query(
    "update withdraw_requests set destination_sealed = $3 where id = $1 and destination_sealed = $2",
    [id, was, becomes],
  );
  return rowCount ?? 0;
}
