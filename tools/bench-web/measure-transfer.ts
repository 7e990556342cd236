import type { Page } from "playwright-core";
import { APP_PAGES, type AppPage } from "../../apps/web/e2e/app-pages.ts";
import type { DemoVisit } from "../demo/visit-demo.ts";

/** What came over the wire for a page in a browser that has never been here, as compressed as it came. */
export interface Transfer {
  readonly name: string;
  /** Of the scripts themselves, without the headers that they came with. */
  readonly scriptBytes: number;
  /** Of everything, headers included. */
  readonly totalBytes: number;
  readonly requests: number;
  /** Requests to any other host: there should be none. */
  readonly foreign: readonly string[];
  /** Scripts that came as they are, which a slow line pays for. */
  readonly uncompressed: readonly string[];
}

const JAVASCRIPT = /javascript/;
/** With its headers. Below this, compressing gains nothing. */
const WORTH_COMPRESSING_BYTES = 2_500;

/** Every page in turn, until nothing is loading any more. */
export async function measureTransfers(demo: DemoVisit): Promise<Transfer[]> {
  const transfers: Transfer[] = [];
  for (const page of APP_PAGES) transfers.push(await measureTransfer(demo, page));
  return transfers;
}

async function measureTransfer(demo: DemoVisit, { name, path, visitor }: AppPage): Promise<Transfer> {
  const context = await demo.visit(visitor);
  const page = await context.newPage();
  const read = await listen(page, demo.origin);
  await page.goto(demo.urlOf({ path }), { waitUntil: "networkidle" });
  const transfer = { name, ...read() };
  await context.close();
  return transfer;
}

interface Loaded {
  readonly url: string;
  readonly isScript: boolean;
  readonly isCompressed: boolean;
  readonly headerBytes: number;
  bytes: number;
}

async function listen(page: Page, origin: string): Promise<() => Omit<Transfer, "name">> {
  const session = await page.context().newCDPSession(page);
  const loaded = new Map<string, Loaded>();
  const foreign = new Set<string>();
  const meet = (url: string) => {
    const { protocol, host } = new URL(url);
    if (!["data:", "blob:"].includes(protocol) && host !== new URL(origin).host) foreign.add(url);
  };
  session.on("Network.requestWillBeSent", ({ request }) => meet(request.url));
  session.on("Network.webSocketCreated", ({ url }) => meet(url));
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    const { url, mimeType, headers } = response;
    const encoding = Object.entries(headers).find(([key]) => key.toLowerCase() === "content-encoding")?.[1];
    const isScript = type === "Script" || JAVASCRIPT.test(mimeType);
    loaded.set(requestId, {
      url,
      isScript,
      isCompressed: encoding !== undefined,
      headerBytes: response.encodedDataLength,
      bytes: 0,
    });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await session.send("Network.enable");
  return () => {
    const all = [...loaded.values()];
    const scripts = all.filter(({ isScript }) => isScript);
    return {
      scriptBytes: bytesOf(scripts) - scripts.reduce((sum, { headerBytes }) => sum + headerBytes, 0),
      totalBytes: bytesOf(all),
      requests: all.length,
      foreign: [...foreign],
      uncompressed: scripts
        .filter(({ isCompressed, bytes }) => !isCompressed && bytes > WORTH_COMPRESSING_BYTES)
        .map(({ url }) => new URL(url).pathname),
    };
  };
}

function bytesOf(loaded: readonly Loaded[]): number {
  return loaded.reduce((sum, { bytes }) => sum + bytes, 0);
}
