import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { signInByMail } from "./mailbox.ts";

const FRENCH = {
  address: "Adresse e-mail",
  send: "Recevoir un lien",
  sent: "Regardez dans la boîte",
  subject: /lien de connexion/,
  follow: "Me connecter",
  confirm: "Continuer",
};

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp();
});
afterAll(() => app.close());

it("leads a visitor through signing in to the page they wanted, in the language of their browser", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const page = await app.visit({ locale: "fr-CA" });
  await page.goto("/partners/earnings");
  await page.waitForURL("**/partner/magic?next=*");
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");

  await signInByMail(page, "zoe@example.org", FRENCH);
  await page.waitForURL("**/partners/earnings");
  await page.getByRole("heading", { level: 1, name: "Revenus" }).waitFor();
});

it("says what to do about a link that does not work", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const page = await app.visit();
  await page.goto("/partner/login#token=made-up");
  await page
    .getByRole("heading", { level: 1, name: "This link has expired or has already been used" })
    .waitFor();
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  await page.waitForURL("**/partner/magic");
});
