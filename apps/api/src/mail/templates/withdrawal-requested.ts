import type { MailContent } from "../mail-content.ts";
import type { MessageOf } from "../mail-message.ts";
import type { TemplateContext } from "./template-context.ts";
import { withdrawalFacts } from "./withdrawal-facts.ts";

export function withdrawalRequested(
  message: MessageOf<"withdrawal-requested">,
  context: TemplateContext,
): MailContent {
  const texts = context.texts.withdrawalRequested;
  return {
    subject: texts.subject(context.formats.euros(message.amount)),
    preheader: texts.preheader,
    heading: texts.heading,
    blocks: [{ kind: "paragraph", text: texts.intro }, withdrawalFacts(message, context)],
    action: { label: texts.action, url: message.portalUrl },
    note: texts.note,
    footer: context.texts.accountFooter,
  };
}
