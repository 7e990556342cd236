import { expect, it } from "vitest";
import { mapInSlices } from "./map-in-slices.ts";

const numbers = Array.from({ length: 3_000 }, (_, index) => index);

it("answers what map would", async () => {
  expect(await mapInSlices(numbers, (number) => number * 2)).toEqual(numbers.map((number) => number * 2));
  expect(await mapInSlices([], String)).toEqual([]);
});

it("lets others have their turn before it is through", async () => {
  let done = 0;
  const doneAtTheirTurn = new Promise<number>((resolve) => setImmediate(() => resolve(done)));
  await mapInSlices(numbers, () => {
    done += 1;
  });
  expect(await doneAtTheirTurn).toBeLessThan(numbers.length / 2);
  expect(done).toBe(numbers.length);
});
