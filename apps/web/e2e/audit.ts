import type { Page } from "playwright-core";
import { axeFindings } from "./axe-findings.ts";
import { inPageOutline, type Outline } from "./in-page.ts";
import type { WatchedPage } from "./watched-page.ts";

export interface Look {
  readonly device: "desktop" | "phone";
  readonly colorScheme: "light" | "dark";
  /** Between schemes only colours differ. */
  readonly rules: "everything" | "colours";
}

/** Both devices, both schemes: a phone has the colours of a desktop. */
export const EVERY_LOOK: readonly Look[] = [
  { device: "desktop", colorScheme: "light", rules: "everything" },
  { device: "desktop", colorScheme: "dark", rules: "colours" },
  { device: "phone", colorScheme: "light", rules: "everything" },
];
/** Each device and each scheme once: what a page's states have of their own is not a matter of the device. */
const TWO_LOOKS: readonly Look[] = [
  { device: "desktop", colorScheme: "light", rules: "everything" },
  { device: "phone", colorScheme: "dark", rules: "colours" },
];

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const NARROWEST = { width: 360, height: 740 };

/** Puts the page into a look; what it shows stays. */
async function wear(
  page: Page,
  { device, colorScheme }: Pick<Look, "device" | "colorScheme">,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize(SIZES[device]);
}

/** What is wrong with the page in these looks, one line each: nothing, if all is well. */
export async function audit(watched: WatchedPage, looks: readonly Look[] = TWO_LOOKS): Promise<string[]> {
  const { page, quiet, complaints } = watched;
  const findings: string[] = [];
  for (const look of looks) {
    await wear(page, look);
    await quiet();
    const found = await axeFindings(page, look.rules);
    findings.push(...found.map((finding) => `${look.device}, ${look.colorScheme}: ${finding}`));
  }
  const { mainHeadings, mainLandmarks, tooWide } = await narrowOutline(watched);
  if (mainHeadings.length !== 1) findings.push(`h1: ${JSON.stringify(mainHeadings)}`);
  if (mainLandmarks !== 1) findings.push(`${mainLandmarks} main landmarks`);
  if (tooWide > 0) findings.push(`at 360 px, ${tooWide} px too wide`);
  return [...findings, ...complaints.map((complaint) => `console: ${complaint}`)];
}

/** What the page is at its narrowest. */
export async function narrowOutline({ page, quiet }: WatchedPage): Promise<Outline> {
  await page.setViewportSize(NARROWEST);
  await quiet();
  return page.evaluate(inPageOutline);
}
