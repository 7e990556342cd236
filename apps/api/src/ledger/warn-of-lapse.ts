import { balanceOf } from "@contentflow/domain/balance";
import { addDays, type Day, dayOf } from "@contentflow/domain/day";
import { floorToCent, formatEuros, type MicroEuros, subtract } from "@contentflow/domain/money";
import type { App } from "../app.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import { balancesWithMoney, type PartnerCredits } from "./due-balances.ts";

/** How many days ahead of a lapse its mail goes out. */
const NOTICE_DAYS = 7;

/**
 * Writes to every active partner who is about to lose a cent or more within a week: once per partner and day of lapse,
 * however often this runs, also when it did not run on the very day. Returns how many mails it queued.
 */
export async function warnOfLapse(
  app: Pick<App, "database" | "terms" | "now" | "jobs" | "publicUrl">,
): Promise<number> {
  if (app.terms.earningsWindowDays === 0) return 0;
  const today = dayOf(app.now());
  let queued = 0;
  for await (const partner of balancesWithMoney(app, today)) {
    for (const loss of lossesAhead(partner, today, app.terms.earningsWindowDays)) {
      if (await warn(app, partner.partnerId, loss)) queued += 1;
    }
  }
  await app.database.pool.query("delete from lapse_warnings where lapses_on < $1", [today]);
  return queued;
}

interface Loss {
  readonly on: Day;
  readonly amount: MicroEuros;
}

/** What of today's balance is lost on each of the coming days, if nothing is withdrawn. */
function lossesAhead({ ledgerAvailable, credits }: PartnerCredits, today: Day, windowDays: number): Loss[] {
  const leftOn = (day: Day) => balanceOf({ ledgerAvailable, credits, today: day, windowDays }).available;
  return Array.from({ length: NOTICE_DAYS }, (_, index) => addDays(today, index + 1))
    .map((on) => ({ on, amount: floorToCent(subtract(leftOn(addDays(on, -1)), leftOn(on))) }))
    .filter(({ amount }) => amount > 0n);
}

/** Remembers the warning and queues its mail in one transaction; false when it went out before. */
async function warn(
  app: Pick<App, "database" | "jobs" | "publicUrl">,
  partnerId: string,
  { on, amount }: Loss,
): Promise<boolean> {
  return inTransaction(app.database, async (em) => {
    const partner = await em.findOneOrFail(PartnerEntity, partnerId);
    if (partner.status === "suspended") return false;
    const isNew = await query(em, REMEMBER, [partnerId, on]);
    if (isNew.length === 0) return false;
    const earningsUrl = `${app.publicUrl}/partners/earnings`;
    const message = { template: "lapse-warning" as const, amount: formatEuros(amount), on, earningsUrl };
    await app.jobs.enqueueMail(em, { to: partner.email, locale: partner.locale, message });
    return true;
  });
}

const REMEMBER =
  "insert into lapse_warnings (partner_id, lapses_on) values ($1, $2) on conflict do nothing returning 1";
