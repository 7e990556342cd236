import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedApp, serveApp } from "../../api/src/testing/served-app.ts";

let app: ServedApp;
/** The app's own script, as its pages name it. */
let script: string;

beforeAll(async () => {
  app = await serveApp({});
  const page = await (await get("/partners")).text();
  script = /"(\/assets\/[\w.-]+[.]js)"/.exec(page)?.[1] ?? "";
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.origin}${path}`, { headers: { "accept-encoding": "identity", ...headers } });
const caching = async (path: string) => (await get(path)).headers.get("cache-control");

it("keeps what is named by its content for good, other files for an hour, and pages not at all", async () => {
  expect(await caching(script)).toBe("public, max-age=31536000, immutable");
  expect(await caching("/sw.js")).toBe("public, max-age=3600");
  for (const page of ["/partners", "/partners/leaderboard", "/offline.fr.html"])
    expect(await caching(page)).toBe("no-cache");
});

it("sends what was packed beforehand to those who can unpack it", async () => {
  const plain = await get(script);
  const packed = await get(script, { "accept-encoding": "br" });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(packed.headers.get("content-encoding")).toBe("br");
  expect(packed.headers.get("content-type")).toBe(plain.headers.get("content-type"));
  expect(await packed.text()).toBe(await plain.text());
});

it("has no packed files, folders, pages or anything else by another name", async () => {
  const strangers = [
    `${script}.br`,
    `${script}.map`,
    "/assets/nothing.js",
    "/assets/",
    "/assets",
    "/sw.js.br",
    "/index.html",
  ];
  for (const path of strangers) expect([path, (await get(path)).status]).toEqual([path, 404]);
});
