import DataLoader from "dataloader";
import type { EntityManager } from "../db/database.ts";

/**
 * Looks up what many entries of a list need with one statement instead of one each. What is found is not kept: it
 * belongs to this one answer.
 */
export function batchLoader<Value>(
  load: (em: EntityManager, keys: string[]) => Promise<ReadonlyMap<string, Value>>,
): (em: EntityManager, key: string) => Promise<Value | undefined> {
  const loaders = new WeakMap<EntityManager, DataLoader<string, Value | undefined>>();
  return (em, key) => {
    const loader =
      loaders.get(em) ??
      new DataLoader<string, Value | undefined>(
        async (keys) => {
          const found = await load(em, [...new Set(keys)]);
          return keys.map((one) => found.get(one));
        },
        { cache: false },
      );
    loaders.set(em, loader);
    return loader.load(key);
  };
}
