import { expect, it } from "vitest";
import { runTogether } from "./run-together.ts";

it("tries every item once, no more than so many at a time, and tells how far it is", async () => {
  const tried: number[] = [];
  const progress: number[] = [];
  let underWay = 0;
  let most = 0;
  const work = async (item: number) => {
    underWay += 1;
    most = Math.max(most, underWay);
    tried.push(item);
    await Promise.resolve();
    underWay -= 1;
    if (item === 2) throw new RangeError("two");
  };
  const run = runTogether([1, 2, 3, 4, 5], 2, work, (count) => progress.push(count));
  await expect(run).rejects.toThrow("two");
  expect(tried).toEqual([1, 2, 3, 4, 5]);
  expect(progress).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});
