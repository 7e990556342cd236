import type { BrowserContext } from "playwright-core";
import { inject } from "vitest";
import { type ServedApp, serveApp } from "../../api/src/testing/served-app.ts";
import type { Language } from "../src/lib/language.ts";
import { type AppPage, addressOf, DEMO_ADMIN, DEMO_PARTNER, type Places, type Visitor } from "./app-pages.ts";
import { launchChromium } from "./launch-chromium.ts";
import { chooseLanguage, mailedToken, newestLink, signInByHttp } from "./sign-in-by-http.ts";
import { openWatchedPage, type WatchedPage } from "./watched-page.ts";

const NEW_PARTNER = "new@example.org";

/** `lived-in` is the demo program; in `new`, there is a partner who has just joined, and nothing else. */
export type Program = "lived-in" | "new";

export interface AuditedApp {
  /** Opens a page as the person it is for. `before` is called when there is a tab, and nothing in it yet. */
  open(
    page: Pick<AppPage, "path" | "visitor">,
    options?: { program?: Program; before?: (watched: WatchedPage) => Promise<void> },
  ): Promise<WatchedPage>;
  /** From now on, people and their browsers speak this language in the lived-in program. */
  speak(language: Language): Promise<void>;
  close(): Promise<void>;
}

/** Two programs, the people of each signed in, and one browser for all. */
export async function startAuditedApp(): Promise<AuditedApp> {
  const browser = await launchChromium(inject("chromium"));
  const programs = {
    "lived-in": await startProgram(DEMO_PARTNER.email, true),
    new: await startProgram(NEW_PARTNER, false),
  };
  let spoken: Language = "en";
  const contexts = new Map<string, Promise<BrowserContext>>();

  const contextOf = (program: Program, visitor: Visitor) => {
    const key = `${program} ${visitor} ${spoken}`;
    const known = contexts.get(key) ?? newContext(program, visitor);
    contexts.set(key, known);
    return known;
  };
  const newContext = async (program: Program, visitor: Visitor) => {
    const { served, sessions } = programs[program];
    const context = await browser.newContext({
      baseURL: served.origin,
      locale: spoken === "fr" ? "fr-FR" : "en-GB",
      reducedMotion: "reduce",
      // What it fetches could not be held back.
      serviceWorkers: "block",
    });
    context.setDefaultTimeout(20_000);
    if (visitor !== "nobody") {
      await context.addCookies([{ name: "session", value: sessions[visitor], url: served.origin }]);
    }
    return context;
  };

  return {
    async open(page, { program = "lived-in", before } = {}) {
      const watched = await openWatchedPage(await contextOf(program, page.visitor));
      await before?.(watched);
      await watched.page.goto(addressOf(page, programs[program].places, spoken));
      await watched.quiet();
      return watched;
    },
    async speak(language) {
      spoken = language;
      const { served, sessions } = programs["lived-in"];
      for (const session of Object.values(sessions)) await chooseLanguage(served.origin, session, language);
    },
    async close() {
      await browser.close();
      await Promise.all(Object.values(programs).map(({ served }) => served.close()));
    },
  };
}

interface RunningProgram {
  readonly served: ServedApp;
  readonly sessions: Record<Exclude<Visitor, "nobody">, string>;
  readonly places: Places;
}

async function startProgram(partnerEmail: string, livedIn: boolean): Promise<RunningProgram> {
  const served = await serveApp({ ADMIN_EMAILS: DEMO_ADMIN }, { livedIn });
  const { origin } = served;
  const [partner, admin, token] = await Promise.all([
    signInByHttp(origin, partnerEmail),
    signInByHttp(origin, DEMO_ADMIN),
    mailedToken(origin, "visitor@example.org"),
  ]);
  return {
    served,
    sessions: { partner: partner.session, admin: admin.session },
    places: { partnerId: partner.id, link: await newestLink(origin, partner.session), token },
  };
}
