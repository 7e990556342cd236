import { addDays, dayOf } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import { type MicroEuros, microEuros } from "@contentflow/domain/money";
import { IsolationLevel } from "@mikro-orm/postgresql";
import type { App } from "../app.ts";
import type { Period } from "./period.ts";
import { readClickStats } from "./read-click-stats.ts";
import { readDailyStats } from "./read-daily-stats.ts";
import { readPayoutVelocity, readWithdrawalTotals } from "./read-withdrawal-stats.ts";
import type { Stats } from "./stats.type.ts";

const MAX_STATS_DAYS = 366;

/**
 * The figures of the last `days` UTC days, today included. What each one means stands in the descriptions of `Stats`.
 * @throws DomainError BAD_USER_INPUT when `days` is not 1 to 366
 */
export async function readStats(app: Pick<App, "database" | "now">, days: number): Promise<Stats> {
  if (days < 1 || days > MAX_STATS_DAYS) {
    throw new DomainError("BAD_USER_INPUT", { field: "days", reason: `must be from 1 to ${MAX_STATS_DAYS}` });
  }
  const to = dayOf(app.now());
  const period: Period = { from: addDays(to, 1 - days), to };
  // One snapshot for all figures: else a click in between would make them contradict each other.
  return app.database.orm.em.fork().transactional(
    async (em) => {
      const clicks = await readClickStats(em, period);
      return {
        ...period,
        ...clicks,
        withdrawals: await readWithdrawalTotals(em, period),
        revenuePerPartner: perPartner(clicks.earnings, clicks.earningPartners),
        payoutVelocity: await readPayoutVelocity(em, period),
        days: await readDailyStats(em, period),
      };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

function perPartner(earnings: MicroEuros, partners: number): MicroEuros | null {
  return partners === 0 ? null : microEuros(earnings / BigInt(partners));
}
