/** A finished mail to one person, in both forms that mail programs choose from. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** A way for mails to leave. */
export interface MailTransport {
  /**
   * Hands one mail over; resolves once the other side has taken responsibility for it.
   *
   * @param id the same for every attempt at the same mail. It becomes the Message-ID (or the provider's
   *   idempotency key), so that an attempt repeated after a lost answer is recognised as the same mail.
   * @throws PermanentMailError when trying again cannot help. Any other error is worth another attempt.
   */
  send(mail: Mail, id: string): Promise<void>;
  close(): Promise<void>;
}

/** This very mail will never be accepted: the address does not exist, the content is refused. Do not retry. */
export class PermanentMailError extends Error {
  override name = "PermanentMailError";
}
