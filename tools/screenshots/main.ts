import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { openWatchedPage } from "../../apps/web/e2e/watched-page.ts";
import { LANGUAGES, type Language } from "../../apps/web/src/lib/language.ts";
import { type DemoVisit, visitDemo } from "../demo/visit-demo.ts";
import {
  COLOR_SCHEMES,
  type ColorScheme,
  DEVICES,
  type Device,
  PICTURED,
  type Pictured,
} from "./pictures.ts";
import { saveSmall, saveWhole } from "./save-picture.ts";

const DOCS = path.resolve(import.meta.dirname, "../../docs/screenshots");
const FOLDER_BYTES = 3_000_000;

/**
 * Takes a picture of every page, on a phone and on a desktop, light and dark. Small ones of what is in the window go to
 * docs/screenshots; with `--out DIR`, whole pages go there as PNG. Pages speak English, and French on the dark phone;
 * with `--lang en` or `--lang fr`, all speak that. `--only NAME` leaves all other pages out.
 */
const { values: options } = parseArgs({
  options: { out: { type: "string" }, lang: { type: "string" }, only: { type: "string" } },
});
const folder = options.out === undefined ? DOCS : path.resolve(options.out);
const save = options.out === undefined ? saveSmall : saveWhole;
const pictured = PICTURED.filter(({ name }) => options.only === undefined || name === options.only);

await mkdir(folder, { recursive: true });
let bytes = 0;
const taken = new Set<string>();
await visitDemo(async (demo) => {
  for (const language of LANGUAGES) await takeAllIn(language, demo);
});
if (folder === DOCS && options.only === undefined) await removeOthers();
process.stdout.write(`${taken.size} pictures, ${Math.round(bytes / 1_000)} kB, in ${folder}\n`);
if (folder === DOCS && bytes > FOLDER_BYTES) throw new Error(`more than ${FOLDER_BYTES} bytes`);

async function takeAllIn(language: Language, demo: DemoVisit): Promise<void> {
  await demo.speak(language);
  for (const device of ["phone", "desktop"] as const) {
    const schemes = COLOR_SCHEMES.filter((scheme) => languageOf(device, scheme) === language);
    if (schemes.length === 0) continue;
    for (const page of pictured) await take(demo, page, device, schemes);
  }
}

function languageOf(device: Device, scheme: ColorScheme): string {
  return options.lang ?? (device === "phone" && scheme === "dark" ? "fr" : "en");
}

async function take(
  demo: DemoVisit,
  { name, path: below, visitor, before }: Pictured,
  device: Device,
  schemes: readonly ColorScheme[],
): Promise<void> {
  const context = await demo.visit(visitor, {
    ...DEVICES[device],
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const watched = await openWatchedPage(context);
  await before?.(watched);
  await watched.page.goto(demo.urlOf({ path: below }));
  await watched.quiet();
  for (const colorScheme of schemes) {
    await watched.page.emulateMedia({ colorScheme });
    await watched.quiet();
    const picture = `${name}-${device}-${colorScheme}`;
    bytes += await save(watched.page, folder, picture);
    taken.add(picture);
  }
  await context.close();
}

/** Of pages that are called something else now, or are no more. */
async function removeOthers(): Promise<void> {
  for (const file of await readdir(DOCS)) {
    if (!taken.has(path.parse(file).name)) await rm(path.join(DOCS, file));
  }
}
