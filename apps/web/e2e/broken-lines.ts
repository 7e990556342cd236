import type { WatchedPage } from "./watched-page.ts";

/** Loses the part of a page that loads when it is gone to, as after a release that replaced it. */
export async function losePage({ page }: WatchedPage, component: string): Promise<void> {
  await page.route(`**/${component}-*.js`, (route) => route.abort());
}

/** Puts a fault into the part of a page that loads when it is gone to. */
export async function breakPage({ page }: WatchedPage, component: string): Promise<void> {
  const body = 'throw new Error("a fault of ours")';
  await page.route(`**/${component}-*.js`, (route) =>
    route.fulfill({ contentType: "text/javascript", body }),
  );
}

/** Cuts the network off, which the browser tells the page. What the console says about that is no fault of the page. */
export async function cutNetwork({ page, quiet, complaints }: WatchedPage): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const told = page.evaluate(
    "new Promise((told) => addEventListener('offline', () => told(), { once: true }))",
  );
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: true,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await told;
  await quiet();
  complaints.length = 0;
}
