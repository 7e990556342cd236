import { maskEmail } from "@contentflow/domain/leaderboard";
import type { App } from "../app.ts";

/**
 * Whom a mailed link would sign in, masked, or null when it would no longer work. Spends nothing: the page asks before
 * it shows its button, so that nobody signs in to somebody else's account without seeing it.
 */
export async function previewSignIn(app: App, token: string): Promise<string | null> {
  const { rows } = await app.database.pool.query<{ email: string }>(
    `select email from magic_links
     where token_hmac = any($1) and consumed_at is null and superseded_at is null and expires_at > now()`,
    [app.secrets.hmacs("magic-link", token)],
  );
  return rows[0] ? maskEmail(rows[0].email) : null;
}
