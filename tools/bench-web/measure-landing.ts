import { APP_PAGES } from "../../apps/web/e2e/app-pages.ts";
import { en } from "../../apps/web/src/locales/en.ts";
import type { DemoVisit } from "../demo/visit-demo.ts";
import { inPageNotePaints, inPageNoteReaction } from "./in-page.ts";
import { quantile } from "./report.ts";
import { type Line, PHONE, slowDown } from "./slow-phone.ts";

/** Medians, in milliseconds since the page was asked for; the shift has no unit. */
export interface LandingSpeed {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly shift: number;
  /** When the sign-up form does something about being sent. */
  readonly formReactsMs: number;
}

/** The landing on a slow phone on that line, in a browser that has never been here. */
export async function measureLanding(demo: DemoVisit, line: Line, runs: number): Promise<LandingSpeed> {
  const looks: Window["noted"][] = [];
  const uses: Window["noted"][] = [];
  for (let run = 0; run < runs; run += 1) {
    looks.push(await open(demo, line, false));
    uses.push(await open(demo, line, true));
  }
  const median = (values: readonly number[]) => quantile(values, 0.5);
  return {
    firstPaintMs: median(looks.map(({ firstPaint }) => firstPaint)),
    largestPaintMs: median(looks.map(({ largestPaint }) => largestPaint)),
    shift: median(looks.map(({ shift }) => shift)),
    formReactsMs: median(uses.map(({ reacted }) => reacted ?? Number.POSITIVE_INFINITY)),
  };
}

/** Using the form changes what is painted, so whoever looks at paints does not touch it. */
async function open(demo: DemoVisit, line: Line, useForm: boolean): Promise<Window["noted"]> {
  const context = await demo.visit("nobody", PHONE);
  const page = await context.newPage();
  await page.addInitScript(inPageNotePaints);
  if (useForm) {
    await page.addInitScript(inPageNoteReaction, { address: "nobody", objection: en.magic.malformed });
  }
  await slowDown(page, line);
  const [landing] = APP_PAGES;
  if (!landing) throw new Error("there is no landing");
  await page.goto(demo.urlOf(landing), { waitUntil: "networkidle" });
  if (useForm) await page.waitForFunction(() => window.noted.reacted !== null);
  const noted = await page.evaluate(() => window.noted);
  await context.close();
  return noted;
}
