import { splitCredit } from "@contentflow/domain/balance";
import type { EventKind, Verdict } from "@contentflow/domain/click";
import type { Day } from "@contentflow/domain/day";
import { add, type MicroEuros, subtract, ZERO } from "@contentflow/domain/money";
import type { JudgedEvent } from "./judge-batch.ts";

export interface BookedEvent extends JudgedEvent {
  readonly bookedOn: Day;
}

/** Under which the events of nobody we know are counted. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export interface DayTotal {
  readonly partnerId: string;
  readonly day: Day;
  readonly kind: EventKind;
  readonly verdict: Verdict;
  events: number;
  earned: MicroEuros;
}

export interface LinkTotal {
  readonly id: string;
  clicks: number;
  earned: MicroEuros;
}

export interface Accrual {
  readonly partnerId: string;
  readonly bookedOn: Day;
  readonly account: "available" | "debt";
  readonly amount: MicroEuros;
}

/** What a batch adds to the totals by day. Sorted, so that batches touch common rows in one order. */
export function dayTotals(booked: readonly BookedEvent[]): DayTotal[] {
  const totals = new Map<string, DayTotal>();
  for (const { event, verdict, partnerId, bookedOn, earned } of booked) {
    const owner = partnerId ?? NOBODY;
    const key = `${owner} ${bookedOn} ${event.kind} ${verdict}`;
    const total = totals.get(key);
    if (total) {
      total.events += 1;
      total.earned = add(total.earned, earned);
    } else {
      totals.set(key, { partnerId: owner, day: bookedOn, kind: event.kind, verdict, events: 1, earned });
    }
  }
  return sortedByKey(totals);
}

export function linkTotals(booked: readonly BookedEvent[]): LinkTotal[] {
  const totals = new Map<string, LinkTotal>();
  for (const { event, verdict, linkId, earned } of booked) {
    if (linkId === null || event.kind !== "click" || verdict !== "counted") continue;
    const total = totals.get(linkId);
    if (total) {
      total.clicks += 1;
      total.earned = add(total.earned, earned);
    } else {
      totals.set(linkId, { id: linkId, clicks: 1, earned });
    }
  }
  return sortedByKey(totals);
}

/**
 * What a batch adds to the books: per partner and day, what is owed being repaid first, the oldest day first. Only
 * counted clicks earn, so that a partner's day has one total with money in it.
 */
export function accruals(totals: readonly DayTotal[], debts: ReadonlyMap<string, MicroEuros>): Accrual[] {
  const owed = new Map(debts);
  return totals
    .filter(({ earned }) => earned > 0n)
    .flatMap(({ partnerId, day, earned }): Accrual[] => {
      const debt = owed.get(partnerId) ?? ZERO;
      const { toDebt, toAvailable } = splitCredit(earned, debt);
      owed.set(partnerId, subtract(debt, toDebt));
      return [
        { partnerId, bookedOn: day, account: "debt" as const, amount: toDebt },
        { partnerId, bookedOn: day, account: "available" as const, amount: toAvailable },
      ].filter(({ amount }) => amount > 0n);
    });
}

function sortedByKey<T>(totals: ReadonlyMap<string, T>): T[] {
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}
