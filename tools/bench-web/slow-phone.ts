import type { BrowserContextOptions, Page } from "playwright-core";

export interface Line {
  readonly name: string;
  readonly latencyMs: number;
  readonly downKbps: number;
  readonly upKbps: number;
}

/** What Lighthouse calls slow 4G. */
export const SLOW_4G: Line = { name: "Slow 4G", latencyMs: 150, downKbps: 1_600, upKbps: 750 };
/** What Chrome's developer tools call slow 4G: every request waits almost four times as long. */
export const HARSH_SLOW_4G: Line = {
  name: "Slow 4G of the developer tools",
  latencyMs: 562,
  downKbps: 1_440,
  upKbps: 675,
};

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};

const CPU_SLOWDOWN = 4;
const BYTES_PER_KILOBIT = 125;

/** Makes the machine of a page that slow, and its line that thin. */
export async function slowDown(page: Page, { latencyMs, downKbps, upKbps }: Line): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: downKbps * BYTES_PER_KILOBIT,
    uploadThroughput: upKbps * BYTES_PER_KILOBIT,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}
