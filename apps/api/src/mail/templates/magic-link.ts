import type { MailContent } from "../mail-content.ts";
import type { MessageOf } from "../mail-message.ts";
import type { TemplateContext } from "./template-context.ts";

export function magicLink(
  message: MessageOf<"magic-link">,
  { texts, formats }: TemplateContext,
): MailContent {
  const { subject, preheader, heading, intro, action, note, footer } = texts.magicLink;
  const minutes = formats.minutes(message.expiresInMinutes);
  return {
    subject,
    preheader: preheader(minutes),
    heading,
    blocks: [{ kind: "paragraph", text: intro(minutes) }],
    action: { label: action, url: message.url },
    note,
    footer,
  };
}
