import type { Page } from "playwright-core";
import type { BrowserApp } from "./browser-app.ts";
import { signInByHttp } from "./sign-in-by-http.ts";

/** A page of somebody who is signed in already, and their session for requests beside it. */
export async function visitAs(app: BrowserApp, email: string): Promise<{ page: Page; session: string }> {
  const { session } = await signInByHttp(app.origin, email);
  const page = await app.visit();
  await page.context().addCookies([{ name: "session", value: session, url: app.origin }]);
  return { page, session };
}
