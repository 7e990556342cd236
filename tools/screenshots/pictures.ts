import { APP_PAGES, type AppPage } from "../../apps/web/e2e/app-pages.ts";
import { breakPage } from "../../apps/web/e2e/broken-lines.ts";
import type { WatchedPage } from "../../apps/web/e2e/watched-page.ts";

export interface Pictured extends Pick<AppPage, "name" | "path" | "visitor"> {
  /** Done while there is nothing in the tab yet. */
  readonly before?: (watched: WatchedPage) => Promise<void>;
}

/** Every page, and what stands in for one that cannot be shown. */
export const PICTURED: readonly Pictured[] = [
  ...APP_PAGES,
  {
    name: "error",
    path: "/partners/faq",
    visitor: "nobody",
    before: (watched) => breakPage(watched, "FaqPage"),
  },
];

export const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
};
export type Device = keyof typeof DEVICES;

export const COLOR_SCHEMES = ["light", "dark"] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];
