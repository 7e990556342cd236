import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fr } from "../src/locales/fr.ts";
import { APP_PAGES, type AppPage } from "./app-pages.ts";
import { audit, EVERY_LOOK, type Look, narrowOutline } from "./audit.ts";
import { type AuditedApp, startAuditedApp } from "./audited-app.ts";
import { type HeldAnswers, holdAnswers } from "./graphql-answers.ts";
import type { Outline } from "./in-page.ts";
import type { WatchedPage } from "./watched-page.ts";

/** Of the pages with everything on them, by the name of the page. */
const english = new Map<string, Outline>();
const french = new Map<string, Outline>();
let app: AuditedApp;

beforeAll(async () => {
  app = await startAuditedApp();
});
afterAll(() => app.close());

describe.concurrent("a page with everything on it", () => {
  it.each(APP_PAGES)("$name", async (page) => {
    const watched = await app.open(page);
    expect(await audit(watched, EVERY_LOOK)).toEqual([]);
    english.set(page.name, await narrowOutline(watched));
    await watched.page.close();
  });
});

describe.concurrent("a page with nothing to show yet", () => {
  it.each(alternating(APP_PAGES.filter(({ canBeEmpty }) => canBeEmpty)))(
    "$name",
    async ({ looks, ...page }) => {
      const watched = await app.open(page, { program: "new" });
      expect(await audit(watched, looks)).toEqual([]);
      await watched.page.close();
    },
  );
});

describe("in French", () => {
  beforeAll(() => app.speak("fr"));

  describe.concurrent("a page that waits for answers, gets errors, and is tried again", () => {
    it.each(alternating(APP_PAGES.filter(({ asks }) => asks !== "nothing")))(
      "$name",
      async ({ looks, ...page }) => {
        const { watched, answers } = await openWaiting(page);
        expect(await audit(watched, looks)).toEqual([]);

        await answers.fail();
        if (page.asks === "something") await retryButtons(watched).first().waitFor();
        expect(await audit(watched, looks)).toEqual([]);

        await answers.mend();
        await retryAll(watched);
        french.set(page.name, await narrowOutline(watched));
        await watched.page.close();
      },
    );
  });

  describe.concurrent("a page that needs no answers", () => {
    it.each(APP_PAGES.filter(({ asks }) => asks === "nothing"))("$name", async (page) => {
      const watched = await app.open(page);
      french.set(page.name, await narrowOutline(watched));
      await watched.page.close();
    });
  });
});

describe("every page says what it is", () => {
  it("in the language of its reader", () => {
    for (const pages of [english, french]) expect(pages.size).toBe(APP_PAGES.length);
    expect(namesOf(english, ({ language }) => language !== "en")).toEqual([]);
    expect(namesOf(french, ({ language }) => language !== "fr")).toEqual([]);
    expect(namesOf(french, ({ tooWide }) => tooWide > 0)).toEqual([]);
    expect(namesOf(french, ({ mainHeadings }) => mainHeadings.length !== 1)).toEqual([]);
    for (const pages of [english, french]) {
      const titles = [...pages.values()].map(({ title }) => title);
      expect(titles).toEqual([...new Set(titles)]);
    }
    const named = APP_PAGES.filter(({ titledByPeople }) => !titledByPeople).map(({ name }) => name);
    expect(named.filter((name) => french.get(name)?.title === english.get(name)?.title)).toEqual([]);
  });
});

/** What stands in for a page is alike on all of them: each is looked at once, by turns in either look. */
function alternating(pages: readonly AppPage[]): (AppPage & { looks: readonly Look[] })[] {
  const looks: readonly Look[] = [
    { device: "desktop", colorScheme: "light", rules: "everything" },
    { device: "phone", colorScheme: "dark", rules: "everything" },
  ];
  return pages.map((page, index) => ({ ...page, looks: looks.slice(index % 2, (index % 2) + 1) }));
}

async function openWaiting(page: AppPage): Promise<{ watched: WatchedPage; answers: HeldAnswers }> {
  let answers: HeldAnswers | undefined;
  const watched = await app.open(page, {
    async before(tab) {
      answers = await holdAnswers(tab);
    },
  });
  await vi.waitFor(() => expect(watched.held.size).toBeGreaterThan(0), { timeout: 20_000 });
  if (!answers) throw new Error("nobody asked for the answers");
  return { watched, answers };
}

function retryButtons({ page }: WatchedPage): Locator {
  return page.getByRole("button", { name: fr.state.retry });
}

/** Each part of a page may have a button of its own, and each leads somewhere. */
async function retryAll(watched: WatchedPage): Promise<void> {
  const buttons = retryButtons(watched);
  for (let left = await buttons.count(); left > 0; ) {
    await buttons.first().click();
    await watched.quiet();
    const still = await buttons.count();
    expect(still).toBeLessThan(left);
    left = still;
  }
}

function namesOf(
  outlines: ReadonlyMap<string, Outline>,
  test: (outline: Outline, name: string) => boolean,
): string[] {
  return [...outlines].filter(([name, outline]) => test(outline, name)).map(([name]) => name);
}
