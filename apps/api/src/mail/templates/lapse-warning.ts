import { addDays } from "@contentflow/domain/day";
import type { MailContent } from "../mail-content.ts";
import type { MessageOf } from "../mail-message.ts";
import type { TemplateContext } from "./template-context.ts";

export function lapseWarning(message: MessageOf<"lapse-warning">, context: TemplateContext): MailContent {
  const texts = context.texts.lapseWarning;
  const amount = context.formats.euros(message.amount);
  const on = context.formats.day(message.on);
  const lastDay = context.formats.day(addDays(message.on, -1));
  return {
    subject: texts.subject(amount, on),
    preheader: texts.preheader(lastDay),
    heading: texts.heading,
    blocks: [
      { kind: "paragraph", text: texts.intro(amount, on, lastDay) },
      { kind: "paragraph", text: texts.advice },
    ],
    action: { label: texts.action, url: message.earningsUrl },
    note: texts.note,
    footer: context.texts.accountFooter,
  };
}
