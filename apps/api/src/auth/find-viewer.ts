import type { App } from "../app.ts";
import { sessionTokenIn } from "./session-cookie.ts";
import type { Viewer } from "./viewer.ts";

// Asked with every request: prepared once per connection, one look-up for session and person.
const FIND_VIEWER = `
  select coalesce(p.id, a.id) as "id",
    coalesce(p.email, a.email) as "email",
    case when a.id is null then 'partner' else 'admin' end as "role",
    coalesce(p.locale, a.locale) as "locale",
    s.id as "sessionId",
    coalesce(p.status = 'suspended', false) as "suspended",
    p.on_leaderboard as "onLeaderboard"
  from sessions s
    left join partners p on p.id = s.partner_id
    left join admins a on a.id = s.admin_id
  where s.token_hmac = any($1) and s.revoked_at is null and s.expires_at > now()`;

/** Whose session the `Cookie` header carries; null without one, and when it was ended or has expired. */
export async function findViewer(
  app: Pick<App, "database" | "secrets" | "publicUrl">,
  cookieHeader: string | undefined,
): Promise<Viewer | null> {
  const token = sessionTokenIn(app, cookieHeader);
  if (token === undefined) return null;
  const { rows } = await app.database.pool.query<Viewer>({
    name: "find-viewer",
    text: FIND_VIEWER,
    values: [app.secrets.hmacs("session", token)],
  });
  return rows[0] ?? null;
}
