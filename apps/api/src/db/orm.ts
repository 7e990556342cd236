import { MikroORM, type Options } from "@mikro-orm/postgresql";
import { Client, type Pool, type PoolConfig } from "pg";
import { AdminEntity } from "../auth/admin.entity.ts";
import { MetricEventEntity } from "../clicks/metric-event.entity.ts";
import { CorrectionEntity } from "../ledger/correction.entity.ts";
import { LedgerEntryEntity } from "../ledger/ledger-entry.entity.ts";
import { LinkEntity } from "../links/link.entity.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import { WithdrawalEntity } from "../withdrawals/withdrawal.entity.ts";
import { WithdrawalEventEntity } from "../withdrawals/withdrawal-event.entity.ts";

export const ENTITIES = [
  AdminEntity,
  CorrectionEntity,
  LedgerEntryEntity,
  LinkEntity,
  MetricEventEntity,
  PartnerEntity,
  WithdrawalEntity,
  WithdrawalEventEntity,
];

/**
 * The ORM over one connection setting; migrations and the application differ in role and pool only. It opens a pool of its
 * own, which `onPoolCreated` is told of before anybody uses it.
 */
export function createOrm(
  connection: PoolConfig,
  more: Options = {},
  onPoolCreated: (pool: Pool) => void = () => {},
): MikroORM {
  // Not `init`, which looks for every extension that may be installed and loads the migrator into each process.
  return new MikroORM({
    entities: ENTITIES,
    // What the connection below leads to, by whatever it says: a database of another name would be created beside it.
    dbName: databaseOf(connection),
    driverOptions: { ...connection, onPoolCreated },
    forceUtcTimezone: true,
    // Everything worth telling reaches the program's own log as an error.
    logger: () => {},
    discovery: { checkDuplicateTableNames: true },
    ...more,
  });
}

function databaseOf(connection: PoolConfig): string {
  const { database } = new Client(connection);
  if (database === undefined) throw new Error("the connection names no database");
  return database;
}
