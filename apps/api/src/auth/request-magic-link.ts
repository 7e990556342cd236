import { parseEmail } from "@contentflow/domain/email";
import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { RATES } from "../rates/rates.ts";
import { takeTurns } from "../rates/take-turns.ts";
import { randomToken } from "../security/secrets.ts";
import { type Asking, lockAsking, secondsUntilAllowed } from "./magic-link-limits.ts";
import { networkOf } from "./network.ts";

const LINK_MINUTES = 15;

export interface MagicLinkRequest {
  readonly email: string;
  readonly locale: "en" | "fr";
  readonly ip: string;
}

/**
 * Mails a sign-in link, valid once and for 15 minutes; earlier links of the address stop working. Nothing here looks at
 * who has the address, so neither the answer nor its time tells whether anybody does.
 * @throws DomainError BAD_USER_INPUT (address), RATE_LIMITED (3 per address, 20 per network, 3,000 in all, in 15 minutes)
 */
export async function requestMagicLink(
  app: App,
  { email, locale, ip }: MagicLinkRequest,
): Promise<{ email: string; expiresInMinutes: number }> {
  const asking: Asking = { email: parseEmail(email), network: networkOf(ip) };
  // Already over the limit: refused without standing in line for the locks, which a flood would make long.
  refuseUntilAllowed(await secondsUntilAllowed(app.database.orm.em.fork(), asking));
  await takeTurns(app, [{ rate: RATES.signInMails, of: "everybody" }]);

  const token = randomToken();
  await inTransaction(app.database, async (em) => {
    await lockAsking(em, asking);
    refuseUntilAllowed(await secondsUntilAllowed(em, asking));
    await query(
      em,
      "update magic_links set superseded_at = now() where email = $1 and consumed_at is null and superseded_at is null",
      [asking.email],
    );
    await query(
      em,
      `insert into magic_links (email, network, token_hmac, locale, expires_at)
       values ($1, $2, $3, $4, now() + $5 * interval '1 minute')`,
      [asking.email, asking.network, app.secrets.hmac("magic-link", token), locale, LINK_MINUTES],
    );
    await app.jobs.enqueueMail(em, {
      to: asking.email,
      locale,
      notAfter: new Date(app.now().getTime() + LINK_MINUTES * 60_000).toISOString(),
      // In the fragment, which browsers keep to themselves: no server, log or Referer ever holds the token.
      message: {
        template: "magic-link",
        url: `${app.publicUrl}/partner/login#token=${token}`,
        expiresInMinutes: LINK_MINUTES,
      },
    });
  });
  return { email: asking.email, expiresInMinutes: LINK_MINUTES };
}

function refuseUntilAllowed(seconds: number | null): void {
  if (seconds !== null) throw new DomainError("RATE_LIMITED", { retryAfterSeconds: seconds });
}
