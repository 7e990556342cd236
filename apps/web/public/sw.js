/**
 * Keeps one page for when there is no network, in both languages, and nothing else: what a person sees of their money
 * is never kept on the device.
 */

/** The build puts the pages' own version here. */
const KEPT = "offline-dev";
const KEPT_KINDS = new Set(["image", "script", "style"]);
const PAGES = { en: "/offline.en.html", fr: "/offline.fr.html" };

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", (event) => {
  const { mode, destination } = event.request;
  if (mode === "navigate") event.respondWith(fetch(event.request).catch(offlinePage));
  else if (KEPT_KINDS.has(destination)) {
    event.respondWith(fetch(event.request).catch(() => kept(event.request)));
  }
});

async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll([...Object.values(PAGES), "/favicon.svg", "/offline.js"]);
  const page = await (await cache.match(PAGES.en)).text();
  await cache.addAll([...page.matchAll(/href="([^"]+[.]css)"/g)].map(([, style]) => style));
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

async function offlinePage() {
  // The language chosen with the switch, in browsers that let a worker read it.
  const chosen = await self.cookieStore?.get("language");
  const language = chosen?.value ?? self.navigator.language;
  return kept(language.startsWith("fr") ? PAGES.fr : PAGES.en);
}

async function kept(request) {
  return (await caches.match(request)) ?? Response.error();
}
