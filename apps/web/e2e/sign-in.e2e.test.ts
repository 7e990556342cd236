import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { signInByMail } from "./mailbox.ts";
import { visitAs } from "./visit-as.ts";

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

it("sends the link again when asked to, and says when it has been often enough", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const page = await app.visit();
  await page.clock.install();
  await page.goto("/partner/magic");
  await page.getByLabel("E-mail address").fill("mia@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("Look into the mailbox of mia@example.org").waitFor();

  const again = page.getByRole("button", { name: "Send it again" });
  for (let times = 0; times < 2; times += 1) {
    expect(await again.isDisabled()).toBe(true);
    await page.clock.runFor("01:01");
    await again.click();
    await page.getByText("Sent again. Only the newest link works.").waitFor();
  }
  await page.clock.runFor("01:01");
  await again.click();
  await page.getByText(/Too many attempts\. Try again in 1[45] minutes\./).waitFor();
  await page.getByRole("button", { name: /Send it again in 1[34]:/ }).waitFor();

  await page.getByRole("button", { name: "Use another address" }).click();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("mia@example.org");
});

it("sends on whoever is signed in already, and tells them so where the link is dead", async () => {
  const { page } = await visitAs(app, "ada@example.org");
  await page.goto("/partner/magic");
  await page.waitForURL("**/partner/portal");
  await page.goto("/partner/login#token=made-up");
  await page.getByText("You don’t need it: you are signed in as ada@example.org.").waitFor();
  await page.getByRole("link", { name: "Go to your pages" }).click();
  await page.waitForURL("**/partner/portal");
});
