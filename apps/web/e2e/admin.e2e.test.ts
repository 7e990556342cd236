import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { chooseLanguage, type SignedInByHttp, signInByHttp } from "./sign-in-by-http.ts";
import { standStill } from "./stand-still.ts";
import { askForMoney, balanceOf, earn, requestStatuses } from "./withdrawal-requests.ts";

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
  await row(page, "€12.00").getByText("l’autre est en cours. Merci").waitFor();
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
  const [first, second] = [await atQueue(admin, "€23.00"), await atQueue(colleague, "€23.00")];
  const stale = await visitAs(colleague);
  // This one hears nothing of what happens elsewhere.
  await stale.routeWebSocket(/graphql/, () => undefined);
  await stale.goto(DASHBOARD);
  await row(stale, "€23.00").waitFor();

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

it("decides what was selected, and nothing that a colleague has changed since", async () => {
  onTestFailed(takePictures);
  await request("31", "32", "33");
  const [first, second] = [await atQueue(admin, "€33.00"), await atQueue(colleague, "€33.00")];
  await first.getByLabel("Select all").check();
  await approve(second, "€32.00");
  await row(first, "€32.00").getByText("A colleague has approved this meanwhile.").waitFor();
  await first.getByText("1 has changed meanwhile and is left out").waitFor();
  expect(await first.getByLabel("Select €32.00").isChecked()).toBe(false);
  expect(await first.getByLabel("Select €31.00").isChecked()).toBe(true);

  await first.getByRole("button", { name: /^Reject \d+…$/ }).click();
  // Also what changes while the question is open is decided as it was, that is, not at all.
  await approve(second, "€33.00");
  await expect.poll(statuses, { timeout: 20_000 }).toMatchObject({ "33.00": "APPROVED" });
  await first.getByLabel("Reason").fill("Not this time");
  await first.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
  await row(first, "€31.00").getByText("Rejected.").waitFor();
  for (const amount of ["€32.00", "€33.00"]) {
    await row(first, amount).getByText("Your decision was not carried out.").waitFor();
  }
  await first.getByText("Not decided: 2.").waitFor();
  expect(await statuses()).toMatchObject({ "31.00": "REJECTED", "32.00": "APPROVED", "33.00": "APPROVED" });
});

it("takes a key that comes with a colleague's change for a key that came before it", async () => {
  onTestFailed(takePictures);
  await request("34", "35");
  const [first, second] = [await atQueue(admin, "€35.00"), await atQueue(colleague, "€35.00")];
  const { keyboard } = first;
  await row(first, "€34.00").focus();
  await keyboard.press("x");
  await first.getByText("1 selected").waitFor();
  await row(first, "€35.00").focus();
  await standStill(first, 0);
  for (const amount of ["€34.00", "€35.00"]) {
    await approve(second, amount);
    await row(first, amount).getByText("A colleague has approved this meanwhile.").waitFor();
  }

  // The selection is gone; that is no order for the row under the cursor.
  await keyboard.press("r");
  await row(first, "€34.00").getByText("Your decision was not carried out.").waitFor();
  await keyboard.press("r");
  await row(first, "€35.00").getByText("Your decision was not carried out.").waitFor();
  expect(await first.getByRole("dialog").count()).toBe(0);

  // Seen, it can be decided.
  await standStill(first, 1000);
  await keyboard.press("r");
  await first.getByRole("dialog", { name: "Reject €35.00?" }).waitFor();
  expect(await statuses()).toMatchObject({ "34.00": "APPROVED", "35.00": "APPROVED" });
});

it("leaves the focus where the work goes on", async () => {
  onTestFailed(takePictures);
  const busy = await signInByHttp(app.origin, "busy@example.org");
  await earn(app.origin, busy.session);
  const amounts = Array.from({ length: 21 }, (_, index) => `${10 + index}`);
  await askForMoney(app.origin, busy.session, amounts, PAYPAL);
  const page = await visitAs(admin);
  await page.goto(`/admin/partners/${busy.id}`);
  await page.getByRole("button", { name: "Show more" }).focus();
  await page.keyboard.press("Enter");
  // The newest stand on top: the first request of all is the one that came.
  await focused(page, "€10.00");
  await page.getByRole("button", { name: "Show more" }).waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Clicks" }).click();
  await page.getByRole("button", { name: "Pick 1 counted click" }).click();
  await page.getByRole("button", { name: "Invalidate 1 click" }).click();
  await page.getByLabel("Reason").fill("Not from people");
  await page.getByRole("dialog").getByRole("button", { name: "Invalidate" }).click();
  await page.getByRole("cell", { name: "Invalidated" }).waitFor();
  await page.locator("h2:focus", { hasText: "Clicks" }).waitFor();
});

it("says that there is no such partner", async () => {
  onTestFailed(takePictures);
  const page = await visitAs(admin);
  await page.goto("/admin/partners/not-a-uuid");
  await page.getByRole("heading", { level: 1, name: "Partner not found" }).waitFor();
  expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
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
  const { available } = await balanceOf(app.origin, admin.session, partner.id);
  await dialog.getByText(`€${available}`).waitFor();
  await dialog.getByLabel("Reason").fill("For the photos");
  await dialog.getByRole("button", { name: "Give €7.50" }).click();
  await dialog.waitFor({ state: "detached" });
  const { available: after } = await balanceOf(app.origin, admin.session, partner.id);
  await page
    .getByText("Available", { exact: true })
    .locator("..")
    .getByText(`€${after}`, { exact: true })
    .waitFor();

  await page.getByRole("link", { name: "Ledger" }).click();
  const entry = page.getByRole("table").getByRole("row").filter({ hasText: "For the photos" });
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

/** A page with the queue, once it shows a request of that amount. */
async function atQueue(who: SignedInByHttp, amount: string): Promise<Page> {
  const page = await visitAs(who);
  await page.goto(DASHBOARD);
  await row(page, amount).waitFor();
  return page;
}

function request(...amounts: string[]): Promise<void> {
  return askForMoney(app.origin, partner.session, amounts, PAYPAL);
}

function row(page: Page, amount: string) {
  return page.getByRole("grid").getByRole("row").filter({ hasText: amount });
}

async function approve(page: Page, amount: string): Promise<void> {
  await row(page, amount)
    .getByRole("button", { name: /^Approve/ })
    .click();
}

/** Waits until the focus is on the row of an amount. */
async function focused(page: Page, amount: string): Promise<void> {
  await page.locator("tr:focus").filter({ hasText: amount }).waitFor();
}

function statuses(): Promise<Record<string, string>> {
  return requestStatuses(app.origin, admin.session);
}
