import type { EntityManager } from "@mikro-orm/postgresql";
import type { App } from "../app.ts";
import { query } from "../db/query.ts";
import { randomToken } from "../security/secrets.ts";
import type { Account } from "./find-account.ts";

const HOUR = 3_600;
/** Who pays others is asked again every working day. */
const SESSION_SECONDS = { partner: 7 * 24 * HOUR, admin: 8 * HOUR } as const;

export interface StartedSession {
  readonly id: string;
  /** For the cookie alone: the database holds its HMAC. */
  readonly token: string;
  readonly maxAgeSeconds: number;
}

/** A new session of the account, from now by the database's clock. */
export async function startSession(
  app: Pick<App, "secrets">,
  em: EntityManager,
  { role, person }: Account,
  device: string | null,
): Promise<StartedSession> {
  const token = randomToken();
  const maxAgeSeconds = SESSION_SECONDS[role];
  const [session] = await query<{ id: string }>(
    em,
    `insert into sessions (token_hmac, partner_id, admin_id, device, expires_at)
     values ($1, $2, $3, $4, now() + $5 * interval '1 second') returning id`,
    [
      app.secrets.hmac("session", token),
      role === "partner" ? person.id : null,
      role === "admin" ? person.id : null,
      device,
      maxAgeSeconds,
    ],
  );
  if (!session) throw new Error("the session was not stored");
  return { id: session.id, token, maxAgeSeconds };
}
