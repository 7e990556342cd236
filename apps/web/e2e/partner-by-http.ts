import type { Page } from "playwright-core";
import type { BrowserApp } from "./browser-app.ts";
import { signInByHttp } from "./sign-in-by-http.ts";
import { answer, askForMoney } from "./withdrawal-requests.ts";

export interface PartnerByHttp {
  readonly email: string;
  /** A tab in which they are signed in. */
  readonly page: Page;
  /** Makes a link; the address to share. */
  makeLink(): Promise<string>;
  /** Asks for money by PayPal. */
  withdraw(amount: string): Promise<void>;
}

/** A new partner who is signed in already, for journeys that are about something else. */
export async function partnerByHttp(
  app: BrowserApp,
  email: string,
  { locale = "EN", ...options }: { locale?: "EN" | "FR" } & Parameters<BrowserApp["visit"]>[0] = {},
): Promise<PartnerByHttp> {
  const { session } = await signInByHttp(app.origin, email, locale);
  const page = await app.visit({ ...(locale === "FR" && { locale: "fr-FR" }), ...options });
  await page.context().addCookies([{ name: "session", value: session, url: app.origin }]);
  return {
    email,
    page,
    async makeLink() {
      const { createLink } = await answer<{ createLink: { url: string } }>(
        app.origin,
        "mutation ($input: CreateLinkInput!) { createLink(input: $input) { url } }",
        { input: { destination: "https://example.org/article" } },
        session,
      );
      return createLink.url;
    },
    withdraw: (amount) => askForMoney(app.origin, session, [amount], email),
  };
}
