import { describe, expect, it } from "vitest";
import type { MailLocale, MailMessage } from "./mail-message.ts";
import { renderMail } from "./render-mail.ts";

const PORTAL = "https://partners.example.org/partner/portal";
const HOSTILE = `<img src=x onerror="alert('1')"> & co`;
const ESCAPED = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co";

const facts = {
  amount: "1234.50",
  method: "bank",
  destination: "FR76 •••• 0189",
  portalUrl: PORTAL,
} as const;
const correction = {
  amount: "50.00",
  toDebt: "0.00",
  debt: "0.00",
  reason: "The summer contest.",
  earningsUrl: "https://partners.example.org/partners/earnings",
};
const messages: MailMessage[] = [
  {
    template: "magic-link",
    url: "https://partners.example.org/partner/login#token=abc_-123",
    expiresInMinutes: 15,
  },
  { template: "withdrawal-requested", ...facts },
  { template: "withdrawal-approved", ...facts, method: "paypal", destination: "m•••@example.org" },
  { template: "withdrawal-rejected", ...facts, reason: "The name does not match." },
  { template: "withdrawal-paid", ...facts, reference: "SEPA-42" },
  { template: "bonus", ...correction },
  { template: "clawback", ...correction, toDebt: "30.00", debt: "42.00" },
  { template: "account-erased", programUrl: "https://partners.example.org/partners" },
  {
    template: "lapse-warning",
    amount: "4.2099",
    on: "2027-03-01",
    earningsUrl: "https://partners.example.org/partners/earnings",
  },
];
const locales: MailLocale[] = ["en", "fr"];
const cases = locales.flatMap((locale) => messages.map((message) => ({ locale, message })));

function messageOf(
  template: MailMessage["template"],
  change: Partial<Record<string, string>> = {},
): MailMessage {
  const message = messages.find((candidate) => candidate.template === template);
  return { ...message, ...change } as MailMessage;
}

function linkOf(message: MailMessage): string {
  if ("url" in message) return message.url;
  if ("portalUrl" in message) return message.portalUrl;
  return "programUrl" in message ? message.programUrl : message.earningsUrl;
}

/** What a reader sees, without tags; the style sheet and the preheader's filler are not for reading. */
function visible(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&#847;|&zwnj;|&nbsp;/g, "");
}

describe.each(cases)("$message.template in $locale", ({ locale, message }) => {
  const { subject, html, text } = renderMail(message, locale);

  it("says everything, in both forms", () => {
    for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    expect(subject).not.toBe("");
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toMatch(/<h1[^>]*>[^<]+<\/h1>/);
  });

  it("keeps the subject to one short line", () => {
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(subject.length).toBeLessThan(78);
  });

  it("gives the link as a button, in full below it, and on a line of its own in the text", () => {
    const url = linkOf(message);
    expect(html.split(`href="${url}"`)).toHaveLength(3);
    expect(visible(html)).toContain(url);
    expect(text.split("\n")).toContain(url);
  });

  it("tells the same facts in the text as in HTML", () => {
    if (!("destination" in message)) return;
    for (const form of [text, visible(html)]) {
      expect(form).toContain(locale === "en" ? "€1,234.50" : "1\u202f234,50\u00a0€");
      expect(form).toContain(message.destination);
    }
  });

  it("loads nothing from elsewhere", () => {
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(|@import/i);
  });
});

it.each(messages)("$template: French keeps its no-break spaces and real apostrophes", (message) => {
  const { subject, html, text } = renderMail(message, "fr");
  for (const part of [subject, text, visible(html)]) {
    expect(part).not.toMatch(/[ \u202f](?=[;:!?€»])/);
    expect(part).not.toMatch(/\p{L}'\p{L}/u);
  }
});

it("says something else in each language", () => {
  for (const message of messages) {
    expect(renderMail(message, "en").subject).not.toBe(renderMail(message, "fr").subject);
  }
});

describe("AC-48 what people typed", () => {
  it.each(locales)("stays text in HTML (%s)", (locale) => {
    for (const message of [
      messageOf("withdrawal-rejected", { reason: HOSTILE, destination: HOSTILE }),
      messageOf("withdrawal-paid", { reference: HOSTILE, destination: HOSTILE }),
      messageOf("withdrawal-requested", { destination: HOSTILE }),
      messageOf("withdrawal-approved", { destination: HOSTILE }),
      messageOf("bonus", { reason: HOSTILE }),
      messageOf("clawback", { reason: HOSTILE }),
    ]) {
      const { subject, html } = renderMail(message, locale);
      expect(html).not.toContain("<img");
      expect(html).toContain(ESCAPED);
      expect(subject).not.toContain("img");
    }
  });

  it("never reaches the subject", () => {
    const attack = "x\r\nBcc: victim@example.org";
    const rejected = messageOf("withdrawal-rejected", { reason: attack, destination: attack });
    const paid = messageOf("withdrawal-paid", { reference: attack, destination: attack });
    for (const message of [rejected, paid])
      expect(renderMail(message, "en").subject).not.toMatch(/Bcc|[\r\n]/);
  });

  it("cannot pass for our own words in the text form", () => {
    const { text } = renderMail(
      messageOf("withdrawal-rejected", { reason: "one\n\nSign in\r\nhttps://evil.test" }),
      "en",
    );
    expect(text).toContain("\n> one\n>\n> Sign in\n> https://evil.test\n");
    const paid = renderMail(messageOf("withdrawal-paid", { reference: "A\nAmount: €9" }), "en");
    expect(paid.text).toContain("Reference: A Amount: €9");
  });
});

describe("a correction", () => {
  const textOf = (change: Partial<Record<string, string>>, template: "bonus" | "clawback") =>
    renderMail(messageOf(template, change), "en").text.replaceAll(/\s+/g, " ");

  it("tells the amount and the reason, and speaks of debt only where there is one", () => {
    for (const template of ["bonus", "clawback"] as const) {
      const text = textOf({ toDebt: "0.00", debt: "0.00" }, template);
      expect(text).toContain("€50.00");
      expect(text).toContain("> The summer contest.");
      expect(text).not.toContain("owe");
    }
  });

  it("tells what became of the debt", () => {
    expect(textOf({ toDebt: "30.00", debt: "42.00" }, "clawback")).toContain(
      "€30.00 of it was no longer in your balance, so you now owe €42.00.",
    );
    expect(textOf({ toDebt: "50.00", debt: "12.50" }, "bonus")).toContain("€12.50 of that is left");
    expect(textOf({ toDebt: "20.00", debt: "0.00" }, "bonus")).toContain("you owe nothing any more");
  });
});

describe("the lapse warning", () => {
  it("names the first day it is gone and the last day to act, as each language writes days", () => {
    const english = renderMail(messageOf("lapse-warning"), "en").text.replaceAll("\u00a0", " ");
    expect(english).toContain("1 March 2027");
    expect(english).toContain("28 February 2027");
    const french = renderMail(messageOf("lapse-warning"), "fr").text.replaceAll("\u00a0", " ");
    expect(french).toContain("1er mars 2027");
    expect(french).toContain("28 février 2027");
  });

  it("never promises a fraction of a cent more than there is", () => {
    expect(renderMail(messageOf("lapse-warning", { amount: "4.2099" }), "en").subject).toContain("€4.20");
  });
});

it("keeps every digit of amounts beyond what a float holds", () => {
  const { subject } = renderMail(messageOf("withdrawal-paid", { amount: "90071992547409.93" }), "en");
  expect(subject).toContain("€90,071,992,547,409.93");
});

it.each([
  ["an amount that is no decimal", messageOf("withdrawal-paid", { amount: "1e3" })],
  ["a day that does not exist", messageOf("lapse-warning", { on: "2027-02-30" })],
  ["a link that runs code", messageOf("magic-link", { url: "javascript:alert(1)" })],
])("refuses %s", (_what, message) => {
  expect(() => renderMail(message, "en")).toThrow(TypeError);
});

it("counts one minute as one", () => {
  const message: MailMessage = { template: "magic-link", url: PORTAL, expiresInMinutes: 1 };
  expect(renderMail(message, "en").html).toMatch(/1\u00a0minute\b(?!s)/);
  expect(renderMail(message, "fr").html).toMatch(/1\u00a0minute\b(?!s)/);
});
