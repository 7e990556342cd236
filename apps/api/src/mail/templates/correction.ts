import type { MailContent } from "../mail-content.ts";
import type { MessageOf } from "../mail-message.ts";
import type { TemplateContext } from "./template-context.ts";

/** A bonus or a clawback by hand: both tell how much, why, and what is owed after it. */
export function correction(
  message: MessageOf<"bonus"> | MessageOf<"clawback">,
  { texts: { accountFooter, ...all }, formats: { euros } }: TemplateContext,
): MailContent {
  const texts = all[message.template];
  const amount = euros(message.amount);
  const debt = isNothing(message.debt) ? null : euros(message.debt);
  const outcome = isNothing(message.toDebt)
    ? texts.outcome
    : texts.outcomeWithDebt(euros(message.toDebt), debt);
  return {
    subject: texts.subject(amount),
    preheader: texts.preheader,
    heading: texts.heading,
    blocks: [
      { kind: "paragraph", text: texts.intro(amount) },
      { kind: "quote", text: message.reason },
      { kind: "paragraph", text: outcome },
    ],
    action: { label: texts.action, url: message.earningsUrl },
    note: texts.note,
    footer: accountFooter,
  };
}

/** Less than a cent would read as "0.00 owed". */
function isNothing(amount: string): boolean {
  return /^0\.00/.test(amount);
}
