import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { serveApp } from "../../api/src/testing/served-app.ts";
import { launchChromium } from "./launch-chromium.ts";

const PATIENCE_MS = 20_000;

export interface BrowserApp {
  readonly origin: string;
  /** A new person: a browser context of their own. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Pictures of all that is open, for whoever has to find out what went wrong. Returns their folder. */
  takePictures(): Promise<string>;
  close(): Promise<void>;
}

/** The real server with the built pages, a database of its own, mails in files, and a browser. */
export async function startBrowserApp(
  env: Record<string, string> = {},
  { livedIn = false }: { livedIn?: boolean } = {},
): Promise<BrowserApp> {
  const server = await serveApp(env, { livedIn });
  const { origin } = server;
  const browser = await launchChromium(inject("chromium"));
  return {
    origin,
    async visit(options = {}) {
      const context = await browser.newContext({ baseURL: origin, locale: "en-GB", ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      return context.newPage();
    },
    async takePictures() {
      const folder = await mkdtemp(path.join(tmpdir(), "contentflow-e2e-failure-"));
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: path.join(folder, `page-${index + 1}.png`), fullPage: true });
      }
      return folder;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
