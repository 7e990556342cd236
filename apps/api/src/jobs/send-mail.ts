import type { App } from "../app.ts";
import { type MailTransport, PermanentMailError } from "../mail/mail.ts";
import { renderMail } from "../mail/render-mail.ts";

/**
 * Sends one queued mail. The job's id becomes the mail's id, so that a mail sent twice (the process died between
 * sending and saying so) is recognised. A permanent refusal ends the job: trying again could only annoy.
 */
export async function sendMail(
  app: App,
  transport: MailTransport,
  jobId: string,
  payload: unknown,
): Promise<void> {
  const { to, locale, message, notAfter } = app.jobs.openMail(payload);
  if (notAfter !== undefined && app.now() > new Date(notAfter)) {
    app.metrics.mails.inc({ outcome: "expired" });
    return;
  }
  try {
    await transport.send({ to, ...renderMail(message, locale) }, jobId);
    app.metrics.mails.inc({ outcome: "sent" });
  } catch (error) {
    if (error instanceof PermanentMailError) {
      app.metrics.mails.inc({ outcome: "refused" });
      app.log.warn({ jobId, template: message.template }, "mail refused for good");
      return;
    }
    app.metrics.mails.inc({ outcome: "retried" });
    app.log.warn({ jobId, template: message.template }, "mail not sent, trying again later");
    throw error;
  }
}
