import { escapeHtml } from "./escape-html.ts";
import type { MailBlock, MailContent } from "./mail-content.ts";
import type { MailLocale } from "./mail-message.ts";
import { FONT, LIGHT, STYLE_SHEET } from "./mail-styles.ts";

const BODY = `font-family:${FONT};font-size:16px;line-height:1.55;color:${LIGHT.text}`;
const SMALL = `font-family:${FONT};font-size:13px;line-height:1.5;color:${LIGHT.muted}`;
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/**
 * The HTML form of a mail: tables and inline styles, because that is what mail programs agree on. All of `content`
 * is plain text and is escaped here.
 *
 * @throws TypeError when the link is not http(s)
 */
export function layoutHtml(content: MailContent, words: { locale: MailLocale; plainLink: string }): string {
  const url = escapeHtml(webAddress(content.action.url));
  return `<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(content.subject)}</title>
<style>${STYLE_SHEET}
</style>
</head>
<body style="margin:0;padding:0;background-color:${LIGHT.page}">
${preheader(content.preheader)}
<table class="page" ${TABLE} width="100%" style="background-color:${LIGHT.page}">
<tr><td class="frame" align="center" style="padding:32px 16px 40px">
<table ${TABLE} width="100%" style="max-width:560px">
<tr><td class="small" style="padding:0 32px 16px">
<div class="accent" style="font-family:${FONT};font-size:17px;font-weight:700;color:${LIGHT.accent}">ContentFlow Partners</div>
</td></tr>
<tr><td class="card" style="padding:36px 32px;background-color:${LIGHT.card};border:1px solid ${LIGHT.line};border-radius:14px">
<h1 class="text" style="margin:0 0 16px;font-family:${FONT};font-size:24px;line-height:1.25;font-weight:700;color:${LIGHT.text}">${escapeHtml(content.heading)}</h1>
${content.blocks.map(blockHtml).join("\n")}
${button(content.action.label, url)}
<p class="muted" style="margin:0 0 4px;${SMALL}">${escapeHtml(words.plainLink)}</p>
<p style="margin:0 0 24px;${SMALL};word-break:break-all"><a class="accent" href="${url}" style="color:${LIGHT.accent}">${url}</a></p>
<p class="muted" style="margin:0;${SMALL}">${escapeHtml(content.note)}</p>
</td></tr>
<tr><td class="small" style="padding:20px 32px 0">
<p class="muted" style="margin:0;${SMALL}">${escapeHtml(content.footer)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p class="text" style="margin:0 0 16px;${BODY}">${escapeHtml(block.text)}</p>`;
    case "quote":
      return `<table ${TABLE} width="100%" style="margin:0 0 16px"><tr><td class="quote text" style="padding:12px 16px;background-color:${LIGHT.tint};border-left:3px solid ${LIGHT.accent};${BODY};white-space:pre-line;overflow-wrap:anywhere">${escapeHtml(block.text)}</td></tr></table>`;
    case "facts":
      return `<table ${TABLE} width="100%" style="margin:0 0 8px">\n${block.rows.map(factHtml).join("\n")}\n</table>`;
  }
}

function factHtml([label, value]: [string, string]): string {
  const cell = `padding:9px 0;border-bottom:1px solid ${LIGHT.line};vertical-align:top`;
  return `<tr class="fact"><td class="label muted" width="38%" style="${SMALL};font-size:14px;${cell};padding-right:12px">${escapeHtml(label)}</td><td class="value text" style="${BODY};${cell};overflow-wrap:anywhere">${escapeHtml(value)}</td></tr>`;
}

function button(label: string, url: string): string {
  return `<table class="action" ${TABLE} style="margin:24px 0"><tr><td class="button" align="center" style="border-radius:10px;background-color:${LIGHT.accent}"><a href="${url}" style="display:inline-block;padding:14px 28px;font-family:${FONT};font-size:16px;line-height:1.25;font-weight:600;color:${LIGHT.onAccent};text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`;
}

/** Shown by mailboxes beside the subject. The filler keeps them from going on with the text of the body. */
function preheader(text: string): string {
  const filler = "&#847;&zwnj;&nbsp;".repeat(60);
  return `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(text)}${filler}</div>`;
}

function webAddress(url: string): string {
  if (!["https:", "http:"].includes(new URL(url).protocol))
    throw new TypeError("A mail links to http(s) only.");
  return url;
}
