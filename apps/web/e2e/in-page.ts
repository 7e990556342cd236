/// <reference lib="dom" />

/** These run in the browser: they are handed to `page.evaluate`, and can use nothing from outside themselves. */

/** Waits until fonts are there, what moves and ends has ended, and two frames were drawn. */
export async function inPageStill(): Promise<void> {
  await document.fonts.ready;
  const ending = document
    .getAnimations()
    .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map((animation) => animation.finished));
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame();
  await frame();
}

export interface Outline {
  readonly language: string;
  readonly title: string;
  readonly mainHeadings: string[];
  readonly mainLandmarks: number;
  /** CSS pixels by which the page is wider than the window. */
  readonly tooWide: number;
}

/** What every page has to get right, whatever it shows. */
export function inPageOutline(): Outline {
  const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(visible);
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    language: document.documentElement.lang,
    title: document.title,
    mainHeadings: all("h1, [role=heading][aria-level='1']").map((heading) => heading.textContent.trim()),
    mainLandmarks: all("main, [role=main]").length,
    tooWide: scrollWidth - clientWidth,
  };
}
