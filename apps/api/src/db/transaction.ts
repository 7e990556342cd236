import type { EntityManager } from "@mikro-orm/postgresql";
import type { Database } from "./database.ts";
import { isRetryable } from "./database-error.ts";

const ATTEMPTS = 3;

/**
 * One use case, one transaction (READ COMMITTED: the partner's balance row is locked first). A conflict or a deadlock
 * victim is run again as a whole, three times at most, each time with a fresh EntityManager; any other error rolls back.
 */
export async function inTransaction<T>(
  database: Pick<Database, "orm">,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.orm.em.fork().transactional(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
