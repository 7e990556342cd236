import type { Credit } from "@contentflow/domain/balance";
import type { Day } from "@contentflow/domain/day";
import { type MicroEuros, microEuros } from "@contentflow/domain/money";
import type { App } from "../app.ts";
import { type CreditsText, creditsByDay, creditsSince, toCredits } from "./window.ts";

export interface PartnerCredits {
  readonly partnerId: string;
  readonly ledgerAvailable: MicroEuros;
  /** Those that are still inside the window today. */
  readonly credits: readonly Credit[];
}

const BATCH = 500;

/**
 * Everybody who has money in the journal, in id order, a few hundred at a time: the daily jobs walk through all
 * partners without holding all of them, or any lock, at once.
 */
export async function* balancesWithMoney(
  app: Pick<App, "database" | "terms">,
  today: Day,
): AsyncGenerator<PartnerCredits> {
  const since = creditsSince(today, app.terms.earningsWindowDays);
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await app.database.pool.query<Row>({
      name: "balances-with-money",
      text: READ,
      values: [after, since, BATCH],
    });
    for (const { partner_id, available, credits } of rows) {
      yield {
        partnerId: partner_id,
        ledgerAvailable: microEuros(BigInt(available)),
        credits: toCredits(credits),
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.partner_id;
  }
}

interface Row {
  readonly partner_id: string;
  readonly available: string;
  readonly credits: CreditsText;
}

const READ = `
  select b.partner_id, b.available, ${creditsByDay("b.partner_id", "$2")} as credits
  from partner_balances b
  where b.partner_id > $1 and b.available > 0
  order by b.partner_id
  limit $3`;
