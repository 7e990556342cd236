import { setImmediate as turnOfTheLoop } from "node:timers/promises";

/** Some milliseconds of work. With smaller slices, whose turn it is may be so many that booking falls behind. */
const SLICE = 1_000;

/** Like `map`, but lets others have a turn now and then: thousands of events must not keep visitors waiting. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    if (results.length > 0 && results.length % SLICE === 0) await turnOfTheLoop();
    results.push(work(item));
  }
  return results;
}
