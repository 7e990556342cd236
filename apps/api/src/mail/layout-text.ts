import type { MailBlock, MailContent } from "./mail-content.ts";
import type { MailLocale } from "./mail-message.ts";

const COLON = { en: ":", fr: "\u00a0:" };

/** The plain text form of a mail. */
export function layoutText(content: MailContent, locale: MailLocale): string {
  const { heading, blocks, action, note, footer } = content;
  const parts = [
    heading,
    ...blocks.map((block) => blockText(block, COLON[locale])),
    // On a line of its own, so that mail programs recognise all of it as one link.
    `${action.label}\n${action.url}`,
    note,
    `-- \nContentFlow Partners\n${footer}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockText(block: MailBlock, colon: string): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "facts":
      return block.rows.map(([label, value]) => `${label}${colon} ${oneLine(value)}`).join("\n");
    case "quote":
      // Every line marked: a quoted text must not be able to pass for ours.
      return block.text
        .split(/\r\n|\r|\n/)
        .map((line) => `> ${oneLine(line)}`.trimEnd())
        .join("\n");
  }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
