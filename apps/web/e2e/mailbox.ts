import type { Page } from "playwright-core";
import { vi } from "vitest";

/** Opens the newest mail to an address whose subject matches, in the demo's mailbox. */
export async function openMail(page: Page, to: string, subject: RegExp): Promise<void> {
  const mail = page
    .getByRole("listitem")
    .filter({ hasText: to })
    .getByRole("link", { name: subject })
    .first();
  await vi.waitFor(
    async () => {
      await page.goto("/dev/mail");
      if (!(await mail.isVisible())) throw new Error(`no mail to ${to} about ${subject} yet`);
    },
    { timeout: 20_000, interval: 200 },
  );
  await mail.click();
}

/** From the sign-in page to the page after it, by way of the mailbox, as a person does it. */
export async function signInByMail(page: Page, email: string, words = ENGLISH): Promise<void> {
  await page.getByLabel(words.address).fill(email);
  await page.getByRole("button", { name: words.send }).click();
  await page.getByText(words.sent).waitFor();
  await openMail(page, email, words.subject);
  await page.frameLocator("iframe").getByRole("link", { name: words.follow }).click();
  await page.getByRole("button", { name: words.confirm }).click();
}

const ENGLISH = {
  address: "E-mail address",
  send: "Send me a link",
  sent: "Look into the mailbox",
  subject: /sign-in link/,
  follow: "Sign in",
  confirm: "Continue",
};
