import type { SendMailOptions } from "nodemailer";
import type { Mail } from "./mail.ts";
import { messageIdOf, parseSender } from "./mail-id.ts";

/** What nodemailer needs to build the MIME message of `mail`. */
export function composeMessage(mail: Mail, id: string, from: string) {
  return {
    from: parseSender(from),
    // An object, never a string: "a@x, b@y" as a string would become two recipients.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: messageIdOf(id, from),
    // Keeps out-of-office assistants from answering.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions;
}
