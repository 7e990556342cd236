import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type AdminByHttp, adminByHttp } from "./admin-by-http.ts";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { followLink } from "./follow-link.ts";
import { hasKeyboard } from "./has-keyboard.ts";
import { partnerByHttp } from "./partner-by-http.ts";
import { signInByHttp } from "./sign-in-by-http.ts";

const ADMIN = "admin@example.org";

let app: BrowserApp;
let admin: AdminByHttp;

beforeAll(async () => {
  app = await startBrowserApp({ EPC_EUR: "12.34", ADMIN_EMAILS: ADMIN, LINK_HOSTS: "example.org" });
  admin = await adminByHttp(app.origin, ADMIN);
});
afterAll(() => app.close());

const showPicturesOnFailure = () =>
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });

it("hides a partner from the board and hands out what is kept about them", async () => {
  showPicturesOnFailure();
  const { page, email, makeLink } = await partnerByHttp(app, "noa@example.org");
  await followLink(await makeLink());
  await page.goto("/partner/settings");
  const listing = page.getByRole("switch", { name: "Show me on the public board" });
  await listing.click();
  await page.getByText("You have no place on the board").waitFor();
  await page.reload();
  await page.getByText("You have no place on the board").waitFor();
  expect(await listing.isChecked()).toBe(false);

  const everything = JSON.parse(await download(page, "Download everything (JSON)"));
  expect(JSON.stringify(everything)).toContain(email);
  expect(await download(page, "Money movements (CSV)")).toContain("accrual");
  expect(await download(page, "Links (CSV)")).toContain("https://example.org/article");
});

it("ends a session elsewhere and keeps the keyboard where it was", async () => {
  showPicturesOnFailure();
  const { page, email } = await partnerByHttp(app, "mia@example.org");
  await signInByHttp(app.origin, email);
  await page.goto("/partner/settings");
  const sessions = page.getByRole("list", { name: "Sessions" });
  await sessions.getByRole("listitem").nth(1).waitFor();
  await sessions.getByRole("button", { name: "End the session of" }).press("Enter");
  await sessions.getByRole("listitem").nth(1).waitFor({ state: "detached" });
  await hasKeyboard(sessions);
});

it("erases an account, but not under an open request, and not by a slip", async () => {
  showPicturesOnFailure();
  const { page, email, makeLink, withdraw } = await partnerByHttp(app, "ben@example.org");
  await followLink(await makeLink());
  await withdraw("12.34");
  await page.goto("/partner/settings");
  await page.getByText("One of your requests is still open.").waitFor();
  expect(await page.getByRole("button", { name: "Erase my account" }).count()).toBe(0);

  await admin.reject("Not this time.");
  await page.reload();
  await page.getByText("You would give up the €12.34 available to you.").waitFor();
  await page.getByRole("button", { name: "Erase my account" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase your account?" });
  await dialog.getByLabel("Type your address to confirm").fill("bob@example.org");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await dialog.getByText("That is not the address of this account.").waitFor();
  await dialog.getByLabel("Type your address to confirm").fill(email);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await page.getByRole("heading", { name: "Your account is erased" }).waitFor();

  await page.goto("/partner/portal");
  await page.waitForURL(/\/partner\/magic/);
});

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path(), "utf8");
}
