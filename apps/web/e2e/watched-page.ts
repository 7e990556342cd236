import type { BrowserContext, Page, Request } from "playwright-core";
import { inPageStill } from "./in-page.ts";

const QUIET_WITHIN_MS = 20_000;

/** A page, what it complained about, and a way to know that it has become quiet. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors that scripts threw or the console showed. */
  readonly complaints: string[];
  /** Requests that somebody answers later, or never: nobody need wait for these. */
  readonly held: Set<Request>;
  /** Waits until there is a heading, nothing is under way, and nothing moves any more. */
  quiet(): Promise<void>;
}

/** A new page in a context. */
export async function openWatchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const held = new Set<Request>();
  const underWay = new Set<Request>();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !isOwnStatus(message.text(), message.location().url, page.url()))
      complaints.push(message.text());
  });
  page.on("request", (request) => underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  const isQuiet = () => [...underWay].every((request) => held.has(request));
  return {
    page,
    complaints,
    held,
    async quiet() {
      const deadline = Date.now() + QUIET_WITHIN_MS;
      // By its tag: behind an open dialog, it is hidden from whoever asks by role.
      await page.locator("h1").first().waitFor();
      // Twice in a row: an answer may lead to a question.
      for (let times = 0; times < 2; ) {
        await page.evaluate(inPageStill);
        times = isQuiet() ? times + 1 : 0;
        if (Date.now() > deadline) throw new Error(`still under way: ${[...underWay].map(urlOf).join(", ")}`);
      }
    },
  };
}

/** The browser notes that the page itself came with a 404, which is as it should be. */
function isOwnStatus(text: string, source: string, url: string): boolean {
  return text.includes("status of 404") && source === url;
}

function urlOf(request: Request): string {
  return request.url();
}
