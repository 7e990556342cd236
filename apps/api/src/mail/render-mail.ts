import { layoutHtml } from "./layout-html.ts";
import { layoutText } from "./layout-text.ts";
import { en } from "./locales/en.ts";
import { fr } from "./locales/fr.ts";
import type { Mail } from "./mail.ts";
import type { MailContent } from "./mail-content.ts";
import { formatsFor } from "./mail-formats.ts";
import type { MailLocale, MailMessage } from "./mail-message.ts";
import { accountErased } from "./templates/account-erased.ts";
import { correction } from "./templates/correction.ts";
import { lapseWarning } from "./templates/lapse-warning.ts";
import { magicLink } from "./templates/magic-link.ts";
import type { TemplateContext } from "./templates/template-context.ts";
import { withdrawalApproved } from "./templates/withdrawal-approved.ts";
import { withdrawalPaid } from "./templates/withdrawal-paid.ts";
import { withdrawalRejected } from "./templates/withdrawal-rejected.ts";
import { withdrawalRequested } from "./templates/withdrawal-requested.ts";

const TEXTS = { en, fr };

/**
 * Writes `message` in `locale`, ready to send to someone.
 *
 * @throws TypeError when an amount is not a decimal string, a day none, or a link not http(s)
 */
export function renderMail(message: MailMessage, locale: MailLocale): Omit<Mail, "to"> {
  const texts = TEXTS[locale];
  const content = write(message, { texts, formats: formatsFor(locale) });
  return {
    subject: content.subject,
    html: layoutHtml(content, { locale, plainLink: texts.plainLink }),
    text: layoutText(content, locale),
  };
}

function write(message: MailMessage, context: TemplateContext): MailContent {
  switch (message.template) {
    case "magic-link":
      return magicLink(message, context);
    case "withdrawal-requested":
      return withdrawalRequested(message, context);
    case "withdrawal-approved":
      return withdrawalApproved(message, context);
    case "withdrawal-rejected":
      return withdrawalRejected(message, context);
    case "withdrawal-paid":
      return withdrawalPaid(message, context);
    case "bonus":
    case "clawback":
      return correction(message, context);
    case "account-erased":
      return accountErased(message, context);
    case "lapse-warning":
      return lapseWarning(message, context);
  }
}
