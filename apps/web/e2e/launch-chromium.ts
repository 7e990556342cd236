import { type Browser, chromium } from "playwright-core";
import type { UnpackedChromium } from "./chromium.ts";

/** What a machine without a way out would otherwise have the browser try again and again. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the unpacked browser. */
export function launchChromium({ executablePath, env }: UnpackedChromium): Promise<Browser> {
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", ...QUIET],
  });
}
