import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

/** What a repository has to carry with every clone. */
const LARGEST_BYTES = 120_000;
const QUALITIES = [82, 70, 55, 40];

/** What is in the window now, small enough for the repository. Returns its size in bytes. */
export async function saveSmall(page: Page, folder: string, name: string): Promise<number> {
  for (const quality of QUALITIES) {
    const picture = await page.screenshot({ type: "webp", quality, animations: "disabled" });
    if (picture.length > LARGEST_BYTES) continue;
    await writeFile(path.join(folder, `${name}.webp`), picture);
    return picture.length;
  }
  throw new Error(`${name} is larger than ${LARGEST_BYTES} bytes in any quality`);
}

/** The whole page as it is, to look at closely. Returns its size in bytes. */
export async function saveWhole(page: Page, folder: string, name: string): Promise<number> {
  const file = path.join(folder, `${name}.png`);
  const picture = await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
  return picture.length;
}
