import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import type { Destination } from "./destination.ts";
import { type Withdrawal, WithdrawalEntity } from "./withdrawal.entity.ts";

/**
 * Where a withdrawal goes, in full, for the admin about to pay it. Null once it is paid or rejected: then nobody needs
 * to know any more. That it was looked at is logged, what was seen is not.
 */
export async function openDestination(
  app: Pick<App, "secrets" | "log">,
  em: EntityManager,
  { id, status }: Withdrawal,
  adminId: string,
): Promise<Destination | null> {
  if (status === "paid" || status === "rejected") return null;
  const stored = await em.findOne(
    WithdrawalEntity,
    { id },
    { fields: ["destinationSealed"], disableIdentityMap: true },
  );
  if (!stored?.destinationSealed) return null;
  app.log.info({ withdrawalId: id, adminId }, "destination opened");
  return JSON.parse(app.secrets.open("destination", stored.destinationSealed)) as Destination;
}
