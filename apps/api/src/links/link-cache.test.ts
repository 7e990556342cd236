import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { addLink, type TestLink } from "../clicks/clicks.test-kit.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { createLinkCache, type LinkCache } from "./link-cache.ts";

const CAPACITY = 3;

let test: TestApp;
let links: TestLink[];

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

beforeEach(async () => {
  await test.database.sql("update links set created_at = created_at - interval '1 day'");
  links = [];
  for (let place = 0; place < CAPACITY + 1; place += 1) {
    links.push(await addLink(test.database, { destination: `https://example.org/${place}` }));
    await test.database.sql("update links set created_at = now() + $1 * interval '1 ms' where id = $2", [
      place,
      links[place]?.linkId,
    ]);
  }
});

const codes = () => links.map(({ code }) => code);
/** Which of the links are found at once, without a question to the database. Those that are not are known afterwards. */
async function known(cache: LinkCache): Promise<boolean[]> {
  const found = codes().map((code) => cache.find(code));
  await Promise.all(found);
  return found.map((link) => link !== null && !(link instanceof Promise));
}

it("forgets the link that it has known longest once it is full, and finds it again", async () => {
  const cache = createLinkCache(test.app, CAPACITY);
  for (const code of codes()) expect(await cache.find(code)).toMatchObject({ partnerId: expect.any(String) });
  expect(await known(cache)).toEqual([false, true, true, true]);
  expect(await cache.find(codes()[0] ?? "")).toMatchObject({ destination: "https://example.org/0" });
});

it("knows the newest links from the start, and those longest of all", async () => {
  const cache = createLinkCache(test.app, CAPACITY);
  await cache.preload();
  expect(await known(cache)).toEqual([false, true, true, true]);
  expect(await known(cache)).toEqual([true, false, true, true]);
});

it("does not remember codes that lead nowhere", async () => {
  const cache = createLinkCache(test.app, CAPACITY);
  await cache.preload();
  for (const code of ["nowhere1", "nowhere2", "nowhere3"]) expect(await cache.find(code)).toBeNull();
  expect(await known(cache)).toEqual([false, true, true, true]);
});
