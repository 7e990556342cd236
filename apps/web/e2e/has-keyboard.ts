import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** Waits until the focus is on this very element. */
export async function hasKeyboard(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
}
