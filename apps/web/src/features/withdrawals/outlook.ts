import { add, formatEuros, type MicroEuros, subtract, sum, ZERO } from "@contentflow/domain/money";
import type { DayOfEarningsFragment } from "../../generated/graphql.ts";
import { readAmount } from "../../lib/amount.ts";
import { drawnShare } from "../../lib/drawn.ts";

export interface Outlook {
  /** What has to be earned until a withdrawal is possible, a debt included. In euros. */
  missing: string;
  /** How far it is, in percent, for drawing. */
  share: number;
  /** Clicks at today's rate that earn what is missing; null when a click earns nothing. */
  clicks: number | null;
  /** Days that takes at the pace of the given days; null when they earned nothing, or beyond a year. */
  days: number | null;
}

interface Standing {
  available: string;
  debt: string;
  minimumWithdrawal: string;
  epc: string;
}

const CENT: MicroEuros = readAmount("0.01");
const FORESEEABLE_DAYS = 365;

/** Why nothing can be withdrawn yet and when it can. Null when it can be. Nothing at all can never be withdrawn. */
export function outlook(standing: Standing, recent: readonly DayOfEarningsFragment[]): Outlook | null {
  const available = readAmount(standing.available);
  const minimum = readAmount(standing.minimumWithdrawal);
  const goal = minimum > ZERO ? minimum : CENT;
  if (available >= goal) return null;
  const missing = subtract(add(goal, readAmount(standing.debt)), available);
  return {
    missing: formatEuros(missing),
    share: drawnShare(available, goal),
    clicks: times(missing, readAmount(standing.epc)),
    days: daysUntil(missing, recent),
  };
}

function daysUntil(missing: MicroEuros, recent: readonly DayOfEarningsFragment[]): number | null {
  const earned = sum(recent.map((day) => readAmount(day.earned)));
  const days = times(missing * BigInt(recent.length), earned);
  return days === null || days > FORESEEABLE_DAYS ? null : days;
}

/** How often `part` goes into `whole`, rounded up: a count, not an amount. */
function times(whole: bigint, part: bigint): number | null {
  return part > 0n ? Number((whole + part - 1n) / part) : null;
}
