import type { MailContent } from "../mail-content.ts";
import type { MessageOf } from "../mail-message.ts";
import type { TemplateContext } from "./template-context.ts";

export function accountErased(message: MessageOf<"account-erased">, context: TemplateContext): MailContent {
  const texts = context.texts.accountErased;
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    heading: texts.heading,
    blocks: [texts.forgotten, texts.kept, texts.again].map((text) => ({ kind: "paragraph" as const, text })),
    action: { label: texts.action, url: message.programUrl },
    note: texts.note,
    footer: texts.footer,
  };
}
