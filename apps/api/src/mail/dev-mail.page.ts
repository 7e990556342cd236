import { escapeHtml } from "./escape-html.ts";
import { FONT } from "./mail-styles.ts";
import type { StoredMail, StoredMailSummary } from "./stored-mails.ts";

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 ${FONT}; }
body { max-width: 760px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
ol { list-style: none; padding: 0; }
li { padding: 12px 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: anywhere; }
li a { font-weight: 600; }
p.meta, li span { display: block; font-size: .875rem; opacity: .75; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { width: 100%; height: 720px; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 8px; }`;

/** The list of mails that would have been sent, newest first. */
export function mailListPage(mails: StoredMailSummary[]): string {
  const items = mails.map(
    ({ name, subject, to, at }) =>
      `<li><a href="/dev/mail/${encodeURIComponent(name)}">${escapeHtml(subject)}</a><span>${meta(to, at)}</span></li>`,
  );
  const list = items.length === 0 ? "<p>No mail yet.</p>" : `<ol>\n${items.join("\n")}\n</ol>`;
  return page("Mails", `<h1>Mails</h1>\n${list}`);
}

/**
 * One mail as its reader gets it, then its text form. The frame may open links in the whole window, and nothing else:
 * no scripts, no forms, no access to this page.
 */
export function mailPage(mail: StoredMail): string {
  const body = `<p><a href="/dev/mail">All mails</a></p>
<h1>${escapeHtml(mail.subject)}</h1>
<p class="meta">${meta(mail.to, mail.at)}</p>
<iframe title="HTML form" sandbox="allow-top-navigation-by-user-activation" srcdoc="${escapeHtml(openInWholeWindow(mail.html))}"></iframe>
<h2>Text form</h2>
<pre>${escapeHtml(mail.text)}</pre>`;
  return page(mail.subject, body);
}

function openInWholeWindow(html: string): string {
  return html.replace("<head>", '<head><base target="_top">');
}

function meta(to: string, at: string): string {
  return `${escapeHtml(to)} · <time datetime="${escapeHtml(at)}">${escapeHtml(at)}</time>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
