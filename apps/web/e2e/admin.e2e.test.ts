import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { chooseLanguage, type SignedInByHttp, signInByHttp } from "./sign-in-by-http.ts";
import { answer, askForMoney, earn } from "./withdrawal-requests.ts";

const PARTNER = "lea@example.org";
const PAYPAL = "lea.pay@example.org";
const ADMIN = "admin@example.org";
const COLLEAGUE = "colleague@example.org";
const DASHBOARD = "/admin/partners/dashboard";

let app: BrowserApp;
let partner: SignedInByHttp;
let admin: SignedInByHttp;
let colleague: SignedInByHttp;

beforeAll(async () => {
  // One click is enough for many requests.
  const people = { ADMIN_EMAILS: `${ADMIN},${COLLEAGUE}`, LINK_HOSTS: "example.org" };
  app = await startBrowserApp({ EPC_EUR: "500", ...people });
  partner = await signInByHttp(app.origin, PARTNER);
  await chooseLanguage(app.origin, partner.session, "fr");
  admin = await signInByHttp(app.origin, ADMIN);
  colleague = await signInByHttp(app.origin, COLLEAGUE);
  await earn(app.origin, partner.session);
});
afterAll(() => app.close());

it("an admin works the queue with the keyboard only", async () => {
  onTestFailed(takePictures);
  await request("11", "12", "13", "14", "15");
  const page = await visitAs(admin);
  const { keyboard } = page;
  await page.goto(DASHBOARD);
  await focused(page, "€11.00");

  await keyboard.press("a");
  await row(page, "€11.00").getByText("Approved", { exact: true }).waitFor();
  await focused(page, "€12.00");

  await keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("reads French").waitFor();
  // A template is in the language of whoever reads it, and can be added to.
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.press("End");
  await keyboard.type(" Merci");
  await keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "detached" });
  await row(page, "€12.00").getByText("l'autre est en cours. Merci").waitFor();
  await row(page, "€12.00").getByText("Rejected", { exact: true }).waitFor();
  await focused(page, "€12.00");

  await keyboard.press("j");
  await keyboard.press("x");
  await keyboard.press("ArrowDown");
  await keyboard.press("x");
  await page.getByText("2 selected").waitFor();
  await keyboard.press("a");
  for (const amount of ["€13.00", "€14.00"]) await row(page, amount).getByText("Approved.").waitFor();

  await keyboard.press("Home");
  await focused(page, "€11.00");
  await keyboard.press("p");
  await dialog.getByText(PAYPAL).waitFor();
  await keyboard.type("PP-1");
  await keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await row(page, "€11.00").getByText("Reference: PP-1").waitFor();

  await keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
  await keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  // What is typed is typed: no key of the list may hear it.
  await keyboard.press("End");
  await focused(page, "€15.00");
  await keyboard.press("/");
  await keyboard.type("lea@");
  await page.waitForURL(/q=lea/);
  await keyboard.press("Enter");
  await focused(page, "€15.00");
  expect(await statuses()).toEqual({
    "11.00": "PAID",
    "12.00": "REJECTED",
    "13.00": "APPROVED",
    "14.00": "APPROVED",
    "15.00": "REQUESTED",
  });
  await keyboard.press("o");
  await page.getByRole("heading", { level: 1, name: PARTNER }).waitFor();
});

it("two admins at once see what the other does, and nothing acts on a stale row", async () => {
  onTestFailed(takePictures);
  await request("21", "22", "23");
  const [first, second] = [await visitAs(admin), await visitAs(colleague)];
  const stale = await visitAs(colleague);
  // This one hears nothing of what happens elsewhere.
  await stale.routeWebSocket(/graphql/, () => undefined);
  for (const page of [first, second, stale]) {
    await page.goto(DASHBOARD);
    await row(page, "€23.00").waitFor();
  }

  await row(first, "€21.00")
    .getByRole("button", { name: /^Approve/ })
    .click();
  await row(second, "€21.00").getByText("A colleague has approved this meanwhile.").waitFor();
  expect(await row(first, "€21.00").getByText("A colleague").count()).toBe(0);

  await row(first, "€22.00")
    .getByRole("button", { name: /^Reject/ })
    .click();
  await first.getByLabel("Reason").fill("Not this time");
  await first.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await row(second, "€22.00").getByText("A colleague has rejected this meanwhile.").waitFor();

  await row(stale, "€22.00")
    .getByRole("button", { name: /^Approve/ })
    .click();
  await row(stale, "€22.00").getByText("A colleague has rejected this meanwhile.").waitFor();
  await row(stale, "€22.00").getByText("Rejected", { exact: true }).waitFor();

  // Several at once: each says how it ended.
  await stale.getByLabel("Select €21.00").check();
  await stale.getByLabel("Select €23.00").check();
  await stale.getByRole("button", { name: "Approve 2" }).click();
  await row(stale, "€21.00").getByText("A colleague has approved this meanwhile.").waitFor();
  await row(stale, "€23.00").getByText("Approved.").waitFor();

  await request("24");
  await second.getByRole("button", { name: "1 new request: show it" }).click();
  await row(second, "€24.00").waitFor();
  await row(second, "€21.00").waitFor({ state: "detached" });
  expect(await statuses()).toMatchObject({
    "21.00": "APPROVED",
    "22.00": "REJECTED",
    "23.00": "APPROVED",
    "24.00": "REQUESTED",
  });
});

it("an admin corrects a balance, and sees beforehand what that does", async () => {
  onTestFailed(takePictures);
  const page = await visitAs(admin);
  await page.goto(`/admin/partners/${partner.id}`);
  await page.getByRole("button", { name: "Correct" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Take (clawback)").check();
  await dialog.getByLabel("Amount in euros").fill("600,00");
  await dialog.getByText("What is no longer available becomes debt").waitFor();
  await dialog.getByLabel("Give (bonus)").check();
  await dialog.getByLabel("Amount in euros").fill("7,50");
  const { available } = await balance();
  await dialog.getByText(`€${available}`).waitFor();
  await dialog.getByLabel("Reason").fill("For the photos");
  await dialog.getByRole("button", { name: "Give €7.50" }).click();
  await dialog.waitFor({ state: "detached" });
  const { available: after } = await balance();
  await page
    .getByText("Available", { exact: true })
    .locator("..")
    .getByText(`€${after}`, { exact: true })
    .waitFor();

  await page.getByRole("link", { name: "Ledger" }).click();
  const entry = page.getByRole("grid").getByRole("row").filter({ hasText: "For the photos" });
  await entry.getByText("+€7.50").waitFor();
  await entry.getByText(`by ${ADMIN}`).waitFor();
});

async function takePictures(): Promise<void> {
  process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
}

async function visitAs({ session }: SignedInByHttp): Promise<Page> {
  const page = await app.visit();
  await page.context().addCookies([{ name: "session", value: session, url: app.origin }]);
  return page;
}

function request(...amounts: string[]): Promise<void> {
  return askForMoney(app.origin, partner.session, amounts, PAYPAL);
}

function row(page: Page, amount: string) {
  return page.getByRole("grid").getByRole("row").filter({ hasText: amount });
}

/** Waits until the focus is on the row of an amount. */
async function focused(page: Page, amount: string): Promise<void> {
  await page.locator("tr:focus").filter({ hasText: amount }).waitFor();
}

async function statuses(): Promise<Record<string, string>> {
  const query = "{ admin { withdrawals(first: 100) { edges { node { amount status } } } } }";
  type Answer = { admin: { withdrawals: { edges: { node: { amount: string; status: string } }[] } } };
  const { admin: data } = await answer<Answer>(app.origin, query, {}, admin.session);
  return Object.fromEntries(data.withdrawals.edges.map(({ node }) => [node.amount, node.status]));
}

async function balance(): Promise<{ available: string }> {
  const query = "query ($id: ID!) { admin { partner(id: $id) { balance { available } } } }";
  type Answer = { admin: { partner: { balance: { available: string } } } };
  const { admin: data } = await answer<Answer>(app.origin, query, { id: partner.id }, admin.session);
  return data.partner.balance;
}
