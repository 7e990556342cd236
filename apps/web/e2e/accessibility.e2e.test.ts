import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { en } from "../src/locales/en.ts";
import { APP_PAGES, type AppPage } from "./app-pages.ts";
import { audit, EVERY_LOOK, type Look, narrowOutline } from "./audit.ts";
import { type AuditedApp, startAuditedApp } from "./audited-app.ts";
import { failAnswers, holdAnswers } from "./graphql-answers.ts";
import type { Outline } from "./in-page.ts";

const ASKING = alternating(APP_PAGES.filter(({ asks }) => asks !== "nothing"));
const EMPTY = alternating(APP_PAGES.filter(({ canBeEmpty }) => canBeEmpty));

/** Of the pages with everything on them. */
const english = new Map<string, Outline>();
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

describe.concurrent("a page that waits for answers", () => {
  it.each(ASKING)("$name", async ({ looks, ...page }) => {
    const watched = await app.open(page, { before: holdAnswers });
    await vi.waitFor(() => expect(watched.held.size).toBeGreaterThan(0), { timeout: 20_000 });
    expect(await audit(watched, looks)).toEqual([]);
    await watched.page.close();
  });
});

describe.concurrent("a page whose answers are errors", () => {
  it.each(ASKING)("$name", async ({ looks, ...page }) => {
    const watched = await app.open(page, { before: failAnswers });
    if (page.asks === "something")
      await watched.page.getByRole("button", { name: en.state.retry }).first().waitFor();
    expect(await audit(watched, looks)).toEqual([]);
    await watched.page.close();
  });
});

describe.concurrent("a page with nothing to show yet", () => {
  it.each(EMPTY)("$name", async ({ looks, ...page }) => {
    const watched = await app.open(page, { program: "new" });
    expect(await audit(watched, looks)).toEqual([]);
    await watched.page.close();
  });
});

describe("every page says what it is", () => {
  it("in the language of its reader", async () => {
    const unseen = APP_PAGES.filter(({ name }) => !english.has(name));
    for (const [name, outline] of await outlinesOf(unseen)) english.set(name, outline);
    await app.speak("fr");
    const french = await outlinesOf(APP_PAGES);

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

async function outlinesOf(pages: readonly AppPage[]): Promise<Map<string, Outline>> {
  const outlines = new Map<string, Outline>();
  await Promise.all(
    pages.map(async (page) => {
      const watched = await app.open(page);
      outlines.set(page.name, await narrowOutline(watched));
      await watched.page.close();
    }),
  );
  return outlines;
}

function namesOf(
  outlines: ReadonlyMap<string, Outline>,
  test: (outline: Outline, name: string) => boolean,
): string[] {
  return [...outlines].filter(([name, outline]) => test(outline, name)).map(([name]) => name);
}
