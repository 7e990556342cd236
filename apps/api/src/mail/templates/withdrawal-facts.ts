import type { MailBlock } from "../mail-content.ts";
import type { WithdrawalFacts } from "../mail-message.ts";
import type { TemplateContext } from "./template-context.ts";

/** Which withdrawal a mail is about; `reference` once there is a payment. */
export function withdrawalFacts(
  withdrawal: WithdrawalFacts & { reference?: string },
  { texts, formats }: TemplateContext,
): MailBlock {
  const rows: [string, string][] = [
    [texts.facts.amount, formats.euros(withdrawal.amount)],
    [texts.facts.method, texts.methods[withdrawal.method]],
    [texts.facts.destination, withdrawal.destination],
  ];
  if (withdrawal.reference !== undefined) rows.push([texts.facts.reference, withdrawal.reference]);
  return { kind: "facts", rows };
}
