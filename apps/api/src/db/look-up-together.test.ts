import { Pool } from "pg";
import { expect, it } from "vitest";
import { lookUpTogether } from "./look-up-together.ts";

const pool = new Pool();

function recorded() {
  const asked: (readonly number[])[] = [];
  const lookUp = lookUpTogether(async (_pool, keys: readonly number[]) => {
    asked.push(keys);
    if (keys.includes(-1)) throw new Error("broken");
    return keys.map((key) => (key === 0 ? undefined : `found ${key}`));
  });
  return { asked, lookUp };
}

it("asks once for all that is asked for in a turn, and gives everybody their own", async () => {
  const { asked, lookUp } = recorded();
  expect(await Promise.all([3, 0, 1, 3].map((key) => lookUp(pool, key)))).toEqual([
    "found 3",
    undefined,
    "found 1",
    "found 3",
  ]);
  expect(asked).toEqual([[3, 0, 1, 3]]);
});

it("remembers nothing", async () => {
  const { asked, lookUp } = recorded();
  await lookUp(pool, 1);
  await lookUp(pool, 1);
  expect(asked).toEqual([[1], [1]]);
});

it("fails for those who asked together, and for nobody after them", async () => {
  const { lookUp } = recorded();
  const outcomes = await Promise.allSettled([lookUp(pool, 1), lookUp(pool, -1)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await lookUp(pool, 1)).toBe("found 1");
});

it("keeps databases apart, and statements small", async () => {
  const { asked, lookUp } = recorded();
  const keys = Array.from({ length: 50 }, (_, index) => index + 1);
  await Promise.all([...keys.map((key) => lookUp(pool, key)), lookUp(new Pool(), 7)]);
  expect(asked.map(({ length }) => length).sort((a, b) => a - b)).toEqual([1, 18, 32]);
});
