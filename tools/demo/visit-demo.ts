import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import {
  type AppPage,
  addressOf,
  DEMO_ADMIN,
  DEMO_PARTNER,
  type Visitor,
} from "../../apps/web/e2e/app-pages.ts";
import { unpackChromium } from "../../apps/web/e2e/chromium.ts";
import { launchChromium } from "../../apps/web/e2e/launch-chromium.ts";
import { chooseLanguage, mailedToken, newestLink, signInByHttp } from "../../apps/web/e2e/sign-in-by-http.ts";
import type { Language } from "../../apps/web/src/lib/language.ts";
import { startDemo } from "./start-demo.ts";

const REGION = { en: "en-GB", fr: "fr-FR" };

/** The running demo, and a browser to look at it with. */
export interface DemoVisit {
  readonly origin: string;
  /** The session of the demo's partner, for requests without a browser. */
  readonly partnerSession: string;
  urlOf(page: Pick<AppPage, "path">): string;
  /** From now on, people and their browsers speak this language; at first it is English. */
  speak(language: Language): Promise<void>;
  /** A browser that has never been here, of somebody who is signed in or not. The caller closes it. */
  visit(visitor: Visitor, options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Starts everything, works, and puts everything away again, also when it is interrupted. */
export async function visitDemo<T>(work: (demo: DemoVisit) => Promise<T>): Promise<T> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  const interrupt = () => void close().finally(() => process.exit(130));
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    const demo = await startDemo();
    opened.push(demo.close);
    const folder = await mkdtemp(path.join(tmpdir(), "contentflow-browser-"));
    opened.push(() => rm(folder, { recursive: true, force: true }));
    const browser = await launchChromium(await unpackChromium(folder));
    opened.push(() => browser.close());
    return await work(await meetPeople(demo.origin, browser));
  } finally {
    await close();
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

async function meetPeople(origin: string, browser: Browser): Promise<DemoVisit> {
  const [partner, admin, token] = await Promise.all([
    signInByHttp(origin, DEMO_PARTNER.email),
    signInByHttp(origin, DEMO_ADMIN),
    mailedToken(origin, "visitor@example.org"),
  ]);
  const sessions = { partner: partner.session, admin: admin.session };
  const places = { partnerId: partner.id, link: await newestLink(origin, partner.session), token };
  let spoken: Language = "en";
  const speak = async (language: Language) => {
    spoken = language;
    for (const session of Object.values(sessions)) await chooseLanguage(origin, session, language);
  };
  return {
    origin,
    partnerSession: partner.session,
    speak,
    urlOf: (page) => origin + addressOf(page, places, spoken),
    async visit(visitor, options = {}) {
      const context = await browser.newContext({ locale: REGION[spoken], ...options });
      if (visitor !== "nobody") {
        await context.addCookies([{ name: "session", value: sessions[visitor], url: origin }]);
      }
      return context;
    },
  };
}
