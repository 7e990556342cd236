import type { EntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery, type Kysely } from "kysely";

/**
 * Runs a hand-written statement with `$1` parameters inside the transaction of `em`, if it is in one.
 * For the few places where SQL says it better than the ORM.
 */
export async function query<Row>(
  em: EntityManager,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const executor: Kysely<unknown> =
    em.getTransactionContext<Kysely<unknown>>() ?? em.getConnection().getClient<unknown>();
  const { rows } = await executor.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
