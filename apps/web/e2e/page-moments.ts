import type { Page } from "playwright-core";
import { en } from "../src/locales/en.ts";
import type { Visitor } from "./app-pages.ts";
import type { Program } from "./audited-app.ts";
import { breakPage, cutNetwork, losePage } from "./broken-lines.ts";
import type { WatchedPage } from "./watched-page.ts";

/** What a page shows after something was done on it: a dialog, a refusal, a broken line. New ones go in here. */
export interface PageMoment {
  readonly name: string;
  readonly path: string;
  readonly visitor: Visitor;
  /** The lived-in one, if nothing else is said. */
  readonly program?: Program;
  /** Done while there is nothing in the tab yet. */
  before?(watched: WatchedPage): Promise<void>;
  /** Leads there, and waits until it is there. Nothing may be changed on the server by it: others look at the same data. */
  reach(page: Page, watched: WatchedPage): Promise<void>;
}

const DASHBOARD = "/admin/partners/dashboard";

export const PAGE_MOMENTS: readonly PageMoment[] = [
  {
    name: "a sign-in address that is none",
    path: "/partner/magic",
    visitor: "nobody",
    async reach(page) {
      await page.getByLabel(en.magic.email).fill("nobody");
      await press(page, en.magic.submit);
      await page.getByText(en.magic.malformed).waitFor();
    },
  },
  {
    name: "a sign-in link that does not work",
    path: "/partner/login#token=made-up",
    visitor: "nobody",
    reach: (page) => heading(page, en.login.spent),
  },
  {
    name: "a sign-in link that was cut short",
    path: "/partner/login",
    visitor: "nobody",
    reach: (page) => heading(page, en.login.noTokenTitle),
  },
  {
    name: "a page of somebody else's",
    path: DASHBOARD,
    visitor: "partner",
    reach: (page) => heading(page, en.forbidden.title),
  },
  {
    name: "the board with one's own place",
    path: "/partners/leaderboard",
    visitor: "partner",
    reach: (page) => page.getByText(en.leaderboard.you, { exact: true }).first().waitFor(),
  },
  {
    name: "an amount that cannot be withdrawn",
    path: "/partners/earnings",
    visitor: "partner",
    async reach(page) {
      await page.getByLabel(en.withdraw.amount).fill("a lot");
      await press(page, en.withdraw.review);
      await page.getByText(en.withdraw.badAmount).waitFor();
    },
  },
  {
    name: "the confirmation of a withdrawal",
    path: "/partners/earnings",
    visitor: "partner",
    async reach(page) {
      await page.getByLabel(en.withdraw.amount).fill("10");
      await press(page, en.withdraw.review);
      await dialog(page);
    },
  },
  {
    name: "an account that is none, beside those remembered",
    path: "/partners/earnings?as=table&show=euros&days=7",
    visitor: "partner",
    async reach(page) {
      await page.getByText(en.withdraw.elsewhere).click();
      await page.getByLabel(en.withdraw.iban).fill("FR76");
      await press(page, en.withdraw.review);
      await page.getByText("as it stands on a bank statement").waitFor();
    },
  },
  {
    name: "a destination that is no address",
    path: "/partner/links",
    visitor: "partner",
    async reach(page) {
      await page.getByLabel(en.links.destination).fill("somewhere");
      await press(page, en.links.create);
      await page.getByText(en.links.problem.not_an_address).waitFor();
    },
  },
  {
    name: "the code of a link to scan",
    path: "/partner/links",
    visitor: "partner",
    async reach(page) {
      await press(page, en.links.qr);
      await dialog(page);
    },
  },
  {
    name: "a link that is not there",
    path: "/partner/links/no-such-link",
    visitor: "partner",
    reach: (page) => heading(page, en.links.missingTitle),
  },
  {
    name: "the question before all sessions end",
    path: "/partner/settings",
    visitor: "partner",
    async reach(page) {
      await press(page, en.settings.signOutEverywhere);
      await dialog(page);
    },
  },
  {
    name: "the question before an account is erased",
    path: "/partner/settings",
    visitor: "partner",
    program: "new",
    async reach(page) {
      await press(page, en.erase.start);
      await dialog(page);
    },
  },
  {
    name: "several requests selected",
    path: DASHBOARD,
    visitor: "admin",
    async reach(page) {
      await page.getByLabel(en.queue.selectAll).check();
      await page.getByRole("button", { name: en.queue.clear }).waitFor();
    },
  },
  {
    name: "the reason of a rejection",
    path: DASHBOARD,
    visitor: "admin",
    async reach(page) {
      await press(page, like(en.queue.rejectNamed));
      await dialog(page);
    },
  },
  {
    name: "the reference of a payment",
    path: `${DASHBOARD}?status=approved`,
    visitor: "admin",
    async reach(page) {
      await press(page, like(en.queue.payNamed));
      await dialog(page);
    },
  },
  {
    name: "what the keys do",
    path: DASHBOARD,
    visitor: "admin",
    async reach(page) {
      await page.getByRole("row").nth(1).focus();
      await page.keyboard.press("?");
      await dialog(page);
    },
  },
  {
    name: "the ledger of a partner",
    path: "/admin/partners/:partner?section=ledger",
    visitor: "admin",
    reach: (page) => page.getByText(en.ledger.kind, { exact: true }).first().waitFor(),
  },
  {
    name: "the clicks of a partner",
    path: "/admin/partners/:partner?section=clicks",
    visitor: "admin",
    reach: (page) => page.getByLabel(en.partner.verdictFilter).first().waitFor(),
  },
  {
    name: "the reason of a suspension",
    path: "/admin/partners/:partner",
    visitor: "admin",
    async reach(page) {
      await press(page, en.partner.suspend);
      await dialog(page);
    },
  },
  {
    name: "the correction of a balance",
    path: "/admin/partners/:partner",
    visitor: "admin",
    async reach(page) {
      await press(page, en.correction.open);
      await dialog(page);
    },
  },
  {
    name: "a page that broke",
    path: "/partners/faq",
    visitor: "nobody",
    before: (watched) => breakPage(watched, "FaqPage"),
    async reach(page, { complaints }) {
      await heading(page, en.broken.title);
      complaints.length = 0;
    },
  },
  {
    name: "a page that did not arrive",
    path: "/partners/faq",
    visitor: "nobody",
    before: (watched) => losePage(watched, "FaqPage"),
    async reach(page, { complaints }) {
      await heading(page, en.unreached.title);
      complaints.length = 0;
    },
  },
  {
    name: "a page whose network is gone",
    path: "/partner/portal",
    visitor: "partner",
    reach: (_page, watched) => cutNetwork(watched),
  },
];

function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("button", { name }).first().click();
}

/** Any text that a wording with placeholders can become. */
function like(wording: string): RegExp {
  const fixed = wording.split(/{{.+?}}/).map((part) => part.replace(/[^\p{L}\p{N}\s]/gu, "\\$&"));
  return new RegExp(`^${fixed.join(".+")}$`);
}

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole("heading", { level: 1, name }).waitFor();
}

function dialog(page: Page): Promise<void> {
  return page.getByRole("dialog").or(page.getByRole("alertdialog")).waitFor();
}
