import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { hasKeyboard } from "./has-keyboard.ts";
import { visitAs } from "./visit-as.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
const ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp({ EPC_EUR: "0.25", LINK_HOSTS: "example.org" });
});
afterAll(() => app.close());

it("makes a link, hands it out, and says of every click whether it counted and why not", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const { page } = await visitAs(app, "lea@example.org");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/partner/links");
  await page.getByText("Make your first link").waitFor();

  await page.getByLabel("Page it leads to").fill("https://elsewhere.test/article");
  await page
    .getByText("Links can’t lead to elsewhere.test. They can lead to pages on example.org.")
    .waitFor();
  await page.getByLabel("Page it leads to").fill("example.org/article");
  await page.getByText("It will lead to https://example.org/article").waitFor();
  await page.getByLabel("Name or campaign").fill("Newsletter, May");
  await page.getByRole("button", { name: "Make the link" }).click();
  await page.getByText("Your link is ready").waitFor();

  const url = await copied(page);
  expect(url).toMatch(/\/r\/\w+$/);
  await savesItsCode(page, url);

  expect(await follow(url, FIREFOX)).toBe("https://example.org/article");
  await follow(url, FIREFOX);
  await follow(url, ROBOT);
  // With the partner's own cookie, as if they had opened it themselves.
  await page.request.get(url, { maxRedirects: 0 });

  await page.getByRole("link", { name: "Click by click Newsletter, May" }).click();
  await page.getByRole("heading", { level: 1, name: "Newsletter, May" }).waitFor();
  const clicks = page.getByRole("list", { name: "Click by click" }).getByRole("listitem");
  await clicks.nth(3).waitFor();
  expect(await clicks.filter({ hasText: "€0.25" }).allTextContents()).toEqual([
    expect.stringMatching(/^Counted/),
  ]);
  await clicks
    .filter({ hasText: "This visitor’s click on this link already counted within 24 hours" })
    .waitFor();
  await clicks.filter({ hasText: "A program opened the link, not a person" }).waitFor();
  await clicks.filter({ hasText: "You opened it yourself" }).waitFor();
  await page.getByText("1 of the last 4 clicks counted.").waitFor();
  expect(await figure(page, "Earned")).toBe("€0.25");

  // Somebody else, while the page is open.
  await follow(url, SAFARI);
  await page.getByText("2 of the last 5 clicks counted.").waitFor();
  await expect.poll(() => figure(page, "Earned")).toBe("€0.50");

  // One that does not count comes by itself, too, though it moves no balance.
  await follow(url, ROBOT);
  await page.getByText("2 of the last 6 clicks counted.").waitFor();

  await clicks.first().getByRole("link", { name: "A program opened the link" }).click();
  await page.waitForURL("**#reason-bot");
});

it("knows no link of anybody else's", async () => {
  const { page } = await visitAs(app, "noe@example.org");
  await page.goto("/partner/links/nobodys");
  await page.getByRole("heading", { level: 1, name: "You have no such link" }).waitFor();
  await page.getByRole("link", { name: "All links" }).click();
  await page.waitForURL("**/partner/links");
});

/** Copies the newest link, where the keyboard is after it was made; what then lies in the clipboard. */
async function copied(page: Page): Promise<string> {
  const newest = page
    .getByRole("article")
    .first()
    .getByRole("button", { name: /\/r\/.*Copy/ });
  await hasKeyboard(newest);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /\/r\/.*Copied/ }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function savesItsCode(page: Page, url: string): Promise<void> {
  await page.getByRole("button", { name: "QR code" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("img", { name: url }).waitFor();
  const svg = await saved(page, "Download SVG");
  expect(svg.name).toMatch(/^contentflow-\w+\.svg$/);
  expect(svg.bytes.toString("utf8")).toMatch(/^<svg .*<path .*<\/svg>$/);
  const png = await saved(page, "Download PNG");
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  // Width and height stand in the first chunk.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1_024);
  expect(png.bytes.readUInt32BE(16)).toBe(png.bytes.readUInt32BE(20));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A visitor with this browser follows a link; where they end up. */
async function follow(url: string, userAgent: string): Promise<string | null> {
  const answer = await fetch(url, { redirect: "manual", headers: { "user-agent": userAgent } });
  return answer.headers.get("location");
}

async function figure(page: Page, label: string): Promise<string | null> {
  return page
    .locator("dl")
    .getByText(label, { exact: true })
    .locator("..")
    .locator("dd")
    .first()
    .textContent();
}
