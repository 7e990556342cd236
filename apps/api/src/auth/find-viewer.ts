import type { App } from "../app.ts";
import { lookUpTogether } from "../db/look-up-together.ts";
import { sessionTokenIn } from "./session-cookie.ts";
import type { Viewer } from "./viewer.ts";

// Asked with every request: prepared once per connection, one look-up for session and person. One row for each token
// (its askers are numbered), found by the index also where the planner thinks little of it.
const FIND_VIEWERS = `
  select t.asker, v.*
  from (select * from unnest($1::bytea[], $2::int[]) limit $3) as t (hmac, asker)
  cross join lateral (
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
    where s.token_hmac = t.hmac and s.revoked_at is null and s.expires_at > now()
    limit 1
  ) v`;

const findByHmacs = lookUpTogether(async (pool, asked: readonly (readonly Buffer[])[]) => {
  const hmacs = asked.flat();
  const { rows } = await pool.query<Viewer & { readonly asker: number }>({
    name: "find-viewers",
    text: FIND_VIEWERS,
    values: [hmacs, asked.flatMap((theirs, asker) => theirs.map(() => asker)), hmacs.length],
  });
  const found = new Map(rows.map(({ asker, ...viewer }): [number, Viewer] => [asker, viewer]));
  return asked.map((_, asker) => found.get(asker));
});

/** Whose session the `Cookie` header carries; null without one, and when it was ended or has expired. */
export async function findViewer(
  app: Pick<App, "database" | "secrets" | "publicUrl">,
  cookieHeader: string | undefined,
): Promise<Viewer | null> {
  const token = sessionTokenIn(app, cookieHeader);
  if (token === undefined) return null;
  return (await findByHmacs(app.database.pool, app.secrets.hmacs("session", token))) ?? null;
}
