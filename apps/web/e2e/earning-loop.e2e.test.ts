import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { en } from "../src/locales/en.ts";
import { type AdminByHttp, adminByHttp } from "./admin-by-http.ts";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { followLink } from "./follow-link.ts";
import { hasKeyboard } from "./has-keyboard.ts";
import { openMail, signInByMail } from "./mailbox.ts";
import { partnerByHttp } from "./partner-by-http.ts";
import { refuseOperation } from "./refuse-operation.ts";

const ADMIN = "admin@example.org";
const REASON = "The PayPal address belongs to somebody else.";

let app: BrowserApp;
let admin: AdminByHttp;

beforeAll(async () => {
  // One click is enough to withdraw.
  app = await startBrowserApp({ EPC_EUR: "12.34", ADMIN_EMAILS: ADMIN, LINK_HOSTS: "example.org" });
  admin = await adminByHttp(app.origin, ADMIN);
});
afterAll(() => app.close());

const showPicturesOnFailure = () =>
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });

it("turns a click into money: asked for, refused with a reason, asked for again, paid", async () => {
  showPicturesOnFailure();
  const email = "lea@example.org";
  const page = await app.visit();
  await page.goto("/partner/magic");
  await signInByMail(page, email);

  await page.getByRole("heading", { name: "Three steps to your first earnings" }).waitFor();
  await page.getByRole("link", { name: "Make a link" }).click();
  await page.getByLabel(en.links.destination).fill("https://example.org/article");
  await page.getByRole("button", { name: en.links.create }).click();
  const url = (await page.getByText(`${app.origin}/r/`).first().textContent()) ?? "";

  await page.getByRole("link", { name: "Earnings", exact: true }).click();
  await page.getByText("Withdrawals start at €10.00; you have €0.00 available.").waitFor();
  await page.getByText("That is 1 valid click at €12.34.").waitFor();

  expect(await followLink(url)).toBe("https://example.org/article");
  const available = page.getByRole("region", { name: "Available" });
  await available.getByText("€12.34", { exact: true }).first().waitFor();
  await page.getByText("1 click", { exact: true }).waitFor();
  await page.getByText("€12.34 earned", { exact: true }).waitFor();
  await page.getByRole("slider", { name: "Clicks by day" }).waitFor();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("row").nth(1).getByText("€12.34").waitFor();

  await page.getByRole("button", { name: "Everything: €12.34" }).click();
  await page.getByText("€0.00 stays available.").waitFor();
  await page.getByLabel("PayPal address").fill("lea.pay@example.org");
  await page.getByRole("button", { name: "Review" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw €12.34?" });
  await dialog.getByText("lea.pay@example.org").waitFor();
  await dialog.getByText("A person on our team looks at your request.").waitFor();
  await dialog.getByRole("button", { name: "Ask for the money" }).click();
  const sent = page.getByRole("status").filter({ hasText: "Request sent: €12.34" });
  await sent.waitFor();
  await hasKeyboard(sent);
  const request = page.getByRole("article", { name: "€12.34" });
  await request.getByText("In review").waitFor();
  await available.getByText("€0.00", { exact: true }).first().waitFor();

  await admin.reject(REASON);
  await page.getByText("Your request of €12.34 was not paid").waitFor();
  // Sent and refused at once would contradict each other.
  await sent.waitFor({ state: "detached" });
  await request.getByText(`Not paid: “${REASON}”`).waitFor();
  await openMail(page, email, /€12\.34/);
  await page.goto("/partner/portal");
  await page.getByText(`Your request of €12.34 was not paid: “${REASON}”`).waitFor();

  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByLabel("Amount in euros").and(page.locator("[value='12.34']")).waitFor();
  const before = page.getByRole("radio", { name: "l•••@example.org" });
  expect(await before.isChecked()).toBe(false);
  await page.getByText("your last request to it was not paid").waitFor();
  await before.check();
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("dialog").getByText("l•••@example.org").waitFor();
  await page.getByRole("button", { name: "Ask for the money" }).click();
  await page.getByText("Request sent: €12.34").waitFor();

  await admin.pay("PP-2026-0001");
  const paid = request.filter({ hasText: "Payment reference: PP-2026-0001" });
  await paid.getByText("Paid", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Rejected", exact: true }).click();
  await paid.waitFor({ state: "detached" });
  await request.getByText(`Not paid: “${REASON}”`).waitFor();
  expect(await page.getByRole("article").count()).toBe(1);
});

it("leads a newcomer in French, on a phone, to a first request", async () => {
  showPicturesOnFailure();
  const { page, makeLink } = await partnerByHttp(app, "zoe@example.org", {
    locale: "FR",
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const url = await makeLink();
  await page.goto("/partner/portal");
  await page.getByRole("heading", { name: "Trois étapes jusqu’à vos premiers revenus" }).waitFor();
  await page.getByText("Encore 10,00 € avant de pouvoir retirer").waitFor();
  await page.getByText(url).waitFor();

  await followLink(url);
  await page.getByRole("region", { name: "Disponible" }).getByText("12,34 €", { exact: true }).waitFor();
  await page.getByRole("heading", { name: "C’est parti : vous gagnez" }).waitFor();

  await page.getByRole("link", { name: "Retirer" }).tap();
  await hasKeyboard(page.getByRole("region", { name: "Retirer" }));
  await page.getByRole("button", { name: "Tout : 12,34 €" }).tap();
  await page.getByLabel("Montant en euros").and(page.locator("[value='12,34']")).waitFor();
  await page.getByLabel("Montant en euros").fill("12,35");
  await page.getByText("Vous disposez de 12,34 € ; vous avez demandé 12,35 €.").waitFor();
  await page.getByLabel("Montant en euros").fill("12,30");
  await page.getByText("Il vous restera 0,04 €.").waitFor();
  await page.getByText("Virement bancaire").tap();
  await page.getByLabel("IBAN").fill("fr76 3000 6000 0112 3456 7890 189");
  await page.getByLabel("Titulaire du compte").fill("Zoé <Martin>");
  await page.getByRole("button", { name: "Vérifier" }).tap();
  await page.getByText("Saisissez le nom du titulaire comme il figure sur un relevé bancaire").waitFor();
  await page.getByLabel("Titulaire du compte").fill("Zoé Martin");
  await page.getByRole("button", { name: "Vérifier" }).tap();
  const dialog = page.getByRole("dialog", { name: "Retirer 12,30 € ?" });
  await dialog.getByText("FR76 3000 6000 0112 3456 7890 189").waitFor();
  const letThrough = await refuseOperation(page, "RequestWithdrawal", {
    code: "INVALID_DESTINATION",
    details: { field: "iban", reason: "is not a valid IBAN" },
  });
  await dialog.getByRole("button", { name: "Demander l’argent" }).tap();
  await page.getByText("Cet IBAN n’est pas valable.").waitFor();
  await dialog.waitFor({ state: "detached" });
  await hasKeyboard(page.getByLabel("IBAN"));
  await letThrough();
  await page.getByLabel("IBAN").fill("FR76 3000 6000 0112 3456 7890-189");
  await page.getByRole("button", { name: "Vérifier" }).tap();
  await dialog.getByRole("button", { name: "Demander l’argent" }).tap();
  await page.getByText("Demande envoyée : 12,30 €").waitFor();
  await page.getByRole("article", { name: "12,30 €" }).getByText("En vérification").waitFor();
  await page.goto("/partner/portal");
  await page.getByText("Votre demande de 12,30 € est en vérification depuis aujourd’hui.").waitFor();
});
