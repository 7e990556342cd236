import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { followLink } from "./follow-link.ts";
import { partnerByHttp } from "./partner-by-http.ts";

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp({ EPC_EUR: "12.34", LINK_HOSTS: "example.org" });
});
afterAll(() => app.close());

const showPicturesOnFailure = () =>
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });

it("keeps what is on screen when the network goes, and gets the rest when it is back", async () => {
  showPicturesOnFailure();
  const { page, makeLink } = await partnerByHttp(app, "noa@example.org");
  const link = await makeLink();
  await page.goto("/partners/earnings");
  await page.getByRole("heading", { name: "Earnings", level: 1 }).waitFor();

  await page.context().setOffline(true);
  await page.getByText("You’re offline.").waitFor();
  await followLink(link);
  await page.getByRole("link", { name: "Links", exact: true }).first().click();
  await page.getByRole("heading", { name: "This page didn’t arrive" }).waitFor();
  // The way to another page is still there.
  expect(await page.getByRole("navigation", { name: "Main menu" }).isVisible()).toBe(true);

  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "Your links" }).waitFor();
  await page.goto("/partners/earnings");
  await page.getByText("€12.34").first().waitFor();
});

it("shows a page of its own to whoever comes without a network, and then the one that was wanted", async () => {
  showPicturesOnFailure();
  const { page } = await partnerByHttp(app, "ben@example.org");
  await page.goto("/partners/earnings");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  await page.context().setOffline(true);
  await page.goto("/partners/earnings?days=7");
  await page.getByRole("heading", { name: "You’re offline" }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "Earnings", level: 1 }).waitFor();
  expect(new URL(page.url()).search).toBe("?days=7");
});
