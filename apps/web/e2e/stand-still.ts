import type { Page } from "playwright-core";

/** Has a page's own clock stand still, so long after where it stands now: nobody can be too slow on it. */
export async function standStill(page: Page, later: number): Promise<void> {
  await page.evaluate((ms) => {
    const at = performance.now() + ms;
    performance.now = () => at;
  }, later);
}
