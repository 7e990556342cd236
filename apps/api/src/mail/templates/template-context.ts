import type { MailTexts } from "../locales/mail-texts.ts";
import type { MailFormats } from "../mail-formats.ts";

/** The language a template writes in. */
export interface TemplateContext {
  texts: MailTexts;
  formats: MailFormats;
}
