import type { EntityManager } from "../db/database.ts";

/**
 * Looks up what many entries of a list need with one statement instead of one each: keys that are asked for before
 * the event loop turns are loaded together. What is found is not kept: it belongs to this one answer.
 */
export function batchLoader<Value>(
  load: (em: EntityManager, keys: string[]) => Promise<ReadonlyMap<string, Value>>,
): (em: EntityManager, key: string) => Promise<Value | undefined> {
  const gathering = new WeakMap<
    EntityManager,
    { keys: Set<string>; found: Promise<ReadonlyMap<string, Value>> }
  >();
  return async (em, key) => {
    let batch = gathering.get(em);
    if (!batch) {
      const keys = new Set<string>();
      const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        gathering.delete(em);
        return load(em, [...keys]);
      });
      batch = { keys, found };
      gathering.set(em, batch);
    }
    batch.keys.add(key);
    return (await batch.found).get(key);
  };
}
