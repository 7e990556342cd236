import { createTransport } from "nodemailer";
import { composeMessage } from "./compose-message.ts";
import { type MailTransport, PermanentMailError } from "./mail.ts";

/** Sends through any SMTP relay. `smtpUrl` is `smtp://` or `smtps://`, with user and password where needed. */
export function createSmtpTransport(options: { smtpUrl: string; from: string }): MailTransport {
  const pool = createTransport({
    url: options.smtpUrl,
    pool: true,
    maxConnections: 3,
    // Retrying is the job queue's: a second retry loop in here would send twice what was accepted once.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 30_000,
    // Relays drop idle connections without a word; we leave first.
    idleTimeout: 20_000,
    requireTLS: mustStartTls(options.smtpUrl),
  });
  return {
    async send(mail, id) {
      try {
        await pool.sendMail(composeMessage(mail, id, options.from));
      } catch (error) {
        throw refusesThisMail(error)
          ? new PermanentMailError(`The relay refused the mail: ${error.message}`, { cause: error })
          : error;
      }
    },
    async close() {
      pool.close();
    },
  };
}

/** A password must not travel in the clear because somebody on the way hid the relay's STARTTLS. */
export function mustStartTls(smtpUrl: string): boolean {
  const url = new URL(smtpUrl);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "smtp:" && url.username !== "" && !isLocal;
}

/**
 * A 5xx to the recipient or to the content is about this mail. A 5xx to the login or to the sender is about our
 * account: the mail is fine and goes out once that is mended.
 */
function refusesThisMail(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { permanent, command } = error as { permanent?: boolean; command?: string };
  return permanent === true && (command === "RCPT TO" || command === "DATA");
}
