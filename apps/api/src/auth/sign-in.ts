import { DomainError } from "@contentflow/domain/errors";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { App } from "../app.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { type Account, findOrCreateAccount } from "./find-account.ts";
import { type StartedSession, startSession } from "./start-session.ts";
import type { Viewer } from "./viewer.ts";

export interface SignIn {
  readonly token: string;
  /** A short name of the device, for the person's list of sessions. */
  readonly device: string | null;
  /** The session that the same browser held until now; it ends. */
  readonly previousToken?: string | undefined;
}

export interface SignedIn {
  readonly viewer: Viewer;
  readonly token: string;
  readonly maxAgeSeconds: number;
}

/**
 * Exchanges a mailed link for a session. The first sign-in creates the account: an admin if ADMIN_EMAILS names the
 * address, a partner otherwise. Whatever the outcome, the link is spent. Admins stay admins when ADMIN_EMAILS no
 * longer names them.
 * @throws DomainError LINK_EXPIRED (unknown, used, superseded or too old), ACCOUNT_SUSPENDED,
 *   FORBIDDEN (ADMIN_EMAILS names an address that a partner has)
 */
export async function signIn(app: App, { token, device, previousToken }: SignIn): Promise<SignedIn> {
  const linkHmacs = app.secrets.hmacs("magic-link", token);
  // Refusals come back as values: thrown inside, they would undo the spending of the link.
  const outcome = await inTransaction(app.database, async (em) => {
    const link = await consumeLink(em, linkHmacs);
    if (!link) return new DomainError("LINK_EXPIRED");
    const role = app.config.adminEmails.includes(link.email) ? "admin" : "partner";
    const account = await findOrCreateAccount(em, { ...link, role });
    const refusal = refusalFor(app, account, role);
    if (refusal) return refusal;
    if (previousToken !== undefined) await endSessionOf(em, app.secrets.hmacs("session", previousToken));
    return { account, session: await startSession(app, em, account, device) };
  });
  if (outcome instanceof DomainError) throw outcome;
  const { account, session } = outcome;
  return { viewer: viewerOf(account, session), token: session.token, maxAgeSeconds: session.maxAgeSeconds };
}

interface Link {
  readonly email: string;
  readonly locale: "en" | "fr";
}

/** One conditional statement: of any number at once, exactly one gets the link. */
async function consumeLink(em: EntityManager, tokenHmacs: Buffer[]): Promise<Link | undefined> {
  const [link] = await query<Link>(
    em,
    `update magic_links set consumed_at = now()
     where token_hmac = any($1) and consumed_at is null and superseded_at is null and expires_at > now()
     returning email, locale`,
    [tokenHmacs],
  );
  return link;
}

function refusalFor(app: App, account: Account, role: Account["role"]): DomainError | null {
  if (account.role === "admin") return null;
  if (account.person.status === "suspended") return new DomainError("ACCOUNT_SUSPENDED");
  if (role === "partner") return null;
  app.log.warn({ partnerId: account.person.id }, "ADMIN_EMAILS names a partner's address: sign-in refused");
  return new DomainError("FORBIDDEN");
}

async function endSessionOf(em: EntityManager, tokenHmacs: Buffer[]): Promise<void> {
  await query(
    em,
    "update sessions set revoked_at = now() where token_hmac = any($1) and revoked_at is null",
    [tokenHmacs],
  );
}

function viewerOf(account: Account, session: StartedSession): Viewer {
  const { id, email, locale } = account.person;
  const onLeaderboard = account.role === "partner" ? account.person.onLeaderboard : null;
  return {
    id,
    email,
    role: account.role,
    locale,
    sessionId: session.id,
    suspended: false,
    onLeaderboard,
  };
}
