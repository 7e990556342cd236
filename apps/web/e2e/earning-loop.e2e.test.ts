import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { openMail, signInByMail } from "./mailbox.ts";

const PARTNER = "lea@example.org";
const ADMIN = "admin@example.org";

let app: BrowserApp;

beforeAll(async () => {
  // One click is enough to withdraw.
  app = await startBrowserApp({ EPC_EUR: "12.34", ADMIN_EMAILS: ADMIN, LINK_HOSTS: "example.org" });
});
afterAll(() => app.close());

it("turns a click into money that is paid out", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const partner = await app.visit();
  await partner.goto("/partner/magic");
  await signInByMail(partner, PARTNER);
  await partner.getByRole("link", { name: "Make a link" }).click();

  await partner.getByLabel("Page it leads to").fill("https://example.org/article");
  await partner.getByRole("button", { name: "Make the link" }).click();
  const url = (await partner.locator("code").textContent()) ?? "";
  expect(url).toContain(`${app.origin}/r/`);

  await partner.getByRole("link", { name: "Earnings", exact: true }).click();
  const available = partner.getByText("Available", { exact: true }).locator("..");
  await available.getByText("€0.00").waitFor();

  const click = await fetch(url, {
    redirect: "manual",
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  });
  expect(click.status).toBe(302);
  expect(click.headers.get("location")).toBe("https://example.org/article");
  await available.getByText("€12.34").waitFor();

  await partner.getByLabel("Amount in euros").fill("12.34");
  await partner.getByLabel("PayPal address").fill("lea.pay@example.org");
  await partner.getByRole("button", { name: "Review" }).click();
  await partner.getByRole("button", { name: "Ask for the money" }).click();
  const history = partner.getByRole("article").filter({ hasText: "€12.34" });
  await history.getByText("Requested", { exact: true }).first().waitFor();
  await available.getByText("€0.00").waitFor();

  const admin = await app.visit();
  await admin.goto("/admin/partners/dashboard");
  await signInByMail(admin, ADMIN);
  const request = admin.getByRole("article", { name: `€12.34 for ${PARTNER}` });
  await request.getByRole("button", { name: "Approve" }).click();
  await admin.getByText("No request is waiting for a decision").waitFor();
  await history.getByText("Approved", { exact: true }).first().waitFor();

  await admin.getByRole("link", { name: "Approved" }).click();
  await request.getByRole("button", { name: "Mark as paid" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByText("lea.pay@example.org").waitFor();
  await dialog.getByLabel("Payment reference").fill("PP-2026-0001");
  await dialog.getByRole("button", { name: "Mark as paid" }).click();
  await dialog.waitFor({ state: "detached" });

  await history.getByText("Paid", { exact: true }).first().waitFor();
  await history.getByText("PP-2026-0001").waitFor();
  await partner.getByText("Paid", { exact: true }).first().locator("..").getByText("€12.34").waitFor();
  await openMail(partner, PARTNER, /paid you €12\.34/);
});
