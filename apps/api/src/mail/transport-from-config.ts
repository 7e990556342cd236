import { createBrevoTransport } from "./brevo-transport.ts";
import { createFileTransport } from "./file-transport.ts";
import type { MailTransport } from "./mail.ts";
import { createSmtpTransport } from "./smtp-transport.ts";

/** `from` is `Name <address>` or an address. */
export interface MailConfig {
  from: string;
  smtpUrl?: string | undefined;
  brevoApiKey?: string | undefined;
  mailDir?: string | undefined;
}

/**
 * The way mails leave under this configuration. A real way wins over files, so that a left-over folder setting
 * never swallows mail; SMTP wins over Brevo.
 *
 * @throws Error when none is configured
 */
export function transportFromConfig(config: MailConfig, now: () => Date): MailTransport {
  const { from, smtpUrl, brevoApiKey, mailDir } = config;
  if (smtpUrl !== undefined) return createSmtpTransport({ smtpUrl, from });
  if (brevoApiKey !== undefined) return createBrevoTransport({ apiKey: brevoApiKey, from });
  if (mailDir !== undefined) return createFileTransport({ dir: mailDir, from, now });
  throw new Error("No way to send mail: set SMTP_URL or BREVO_API_KEY.");
}
