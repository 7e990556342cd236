import DataLoader from "dataloader";
import type { Pool } from "pg";

/**
 * While one statement is answered, the next is on its way: of fewer and larger ones, server and database would wait for
 * each other by turns. Of many more and smaller ones, each costs as much as the look-ups in it.
 */
const MOST = 32;

/**
 * Look-ups that are asked for within one turn of the event loop share a statement, whoever asks: under load, the way to
 * the database and back is most of what a small one costs. `look` answers in the order of the keys. Nothing is
 * remembered, and no statement starts before its look-ups were asked for. If it fails, they all do.
 *
 * The statement should limit its askers by a parameter that says how many they are: of such a limit the planner expects one.
 * Otherwise it expects ten, takes the one plan for all numbers of them for dearer than a plan of their own for each few,
 * and planning takes the database three times as long as looking.
 */
export function lookUpTogether<Key, Found>(
  look: (pool: Pool, keys: readonly Key[]) => Promise<readonly (Found | undefined)[]>,
): (pool: Pool, key: Key) => Promise<Found | undefined> {
  const loaders = new WeakMap<Pool, DataLoader<Key, Found | undefined>>();
  return (pool, key) => {
    const loader =
      loaders.get(pool) ??
      new DataLoader<Key, Found | undefined>((keys) => look(pool, keys), {
        cache: false,
        maxBatchSize: MOST,
        batchScheduleFn: (send) => void setImmediate(send),
      });
    loaders.set(pool, loader);
    return loader.load(key);
  };
}
