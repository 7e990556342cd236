export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const START = Date.UTC(2026, 0, 1, 12);
const CENT = 10_000n;
/** A tenth of what is usual: lapses come often, and few days, each of which costs a partition, are needed for them. */
export const WINDOW_DAYS = 9;

/** Which of the two partners of a history. */
export type Who = 0 | 1;
/** A link of the partner: at the program's rate, at a rate of its own, the other partner's; or none. */
export type Where = "none" | "plain" | "own" | "foreign";
export type Status = "requested" | "approved" | "paid" | "rejected";

export interface ModelEvent {
  readonly id: string;
  readonly who: Who;
  readonly visitor: string;
  readonly where: Where;
  /** Milliseconds since 1970, as is every time here. */
  readonly at: number;
}

export interface ModelClick extends ModelEvent {
  verdict: string;
  readonly bookedAt: number;
  readonly worth: bigint;
}

export interface ModelRequest {
  readonly who: Who;
  readonly key: string;
  readonly amount: bigint;
  readonly bank: boolean;
}

export interface ModelWithdrawal extends ModelRequest {
  status: Status;
  version: number;
}

export interface ModelCorrection {
  readonly who: Who;
  readonly key: string;
  readonly kind: "bonus" | "clawback";
  readonly amount: bigint;
}

export interface ModelPartner {
  suspended: boolean;
  /** What can be withdrawn, by the day since 1970 on which it came; the oldest first. */
  lots: { readonly day: number; amount: bigint }[];
  reserved: bigint;
  paid: bigint;
  debt: bigint;
  earned: bigint;
  readonly ownEpc: bigint;
  readonly clicks: ModelClick[];
  readonly withdrawals: ModelWithdrawal[];
  readonly corrections: ModelCorrection[];
}

/**
 * What two partners' money must stand at, as a person would keep it: a pile of lots each, with the day they came on. The
 * oldest leave first and what is too old is thrown away. Nothing here knows of journals or running totals, and all of
 * it is plain data, so that several things that happen at once can be tried in every order on copies.
 */
export interface World {
  now: number;
  epc: bigint;
  /** How many things were given a name so far. */
  names: number;
  readonly partners: readonly [ModelPartner, ModelPartner];
}

export function newWorld(epc: bigint, ownEpcs: readonly [bigint, bigint]): World {
  const partner = (ownEpc: bigint): ModelPartner => ({
    suspended: false,
    lots: [],
    reserved: 0n,
    paid: 0n,
    debt: 0n,
    earned: 0n,
    ownEpc,
    clicks: [],
    withdrawals: [],
    corrections: [],
  });
  return { now: START, epc, names: 0, partners: [partner(ownEpcs[0]), partner(ownEpcs[1])] };
}

function dayNumber(at: number): number {
  return Math.floor(at / DAY);
}

export function pass(world: World, milliseconds: number): void {
  world.now += milliseconds;
  const today = dayNumber(world.now);
  for (const partner of world.partners) {
    partner.lots = partner.lots.filter(({ day }) => today - day <= WINDOW_DAYS);
  }
}

/** What comes in repays debt first. */
export function give(world: World, partner: ModelPartner, amount: bigint): void {
  const repaid = smaller(amount, partner.debt);
  partner.debt -= repaid;
  if (amount > repaid) partner.lots.push({ day: dayNumber(world.now), amount: amount - repaid });
}

/** Takes from the oldest lots first; what there is not becomes debt. */
export function take(partner: ModelPartner, amount: bigint): void {
  let missing = amount;
  for (const lot of partner.lots) {
    const taken = smaller(lot.amount, missing);
    lot.amount -= taken;
    missing -= taken;
  }
  partner.lots = partner.lots.filter((lot) => lot.amount > 0n);
  partner.debt += missing;
}

export function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

export function available(partner: ModelPartner): bigint {
  const exact = total(partner.lots);
  return exact - (exact % CENT);
}

function total(lots: readonly { readonly amount: bigint }[]): bigint {
  return lots.reduce((sum, { amount }) => sum + amount, 0n);
}

/** What the partner is to be shown. */
export function balanceIn(world: World, who: Who) {
  const partner = world.partners[who];
  const [oldest] = partner.lots;
  const today = dayNumber(world.now);
  return {
    available: available(partner),
    pending: partner.reserved,
    paid: partner.paid,
    earned: partner.earned < 0n ? 0n : partner.earned,
    debt: partner.debt,
    clicks: partner.clicks.filter(
      ({ verdict, bookedAt }) => verdict === "counted" && today - dayNumber(bookedAt) <= WINDOW_DAYS,
    ).length,
    epc: world.epc,
    lapsingNext: oldest
      ? {
          amount: total(partner.lots.filter(({ day }) => day === oldest.day)),
          on: isoDay((oldest.day + WINDOW_DAYS + 1) * DAY),
        }
      : null,
  };
}

/** What each of the last `days` days brought, and each link. */
export function earningsIn(world: World, who: Who, days: number) {
  const { clicks } = world.partners[who];
  const figures = (some: readonly ModelClick[]) => ({
    clicks: some.length,
    earned: euros(some.reduce((sum, { worth }) => sum + worth, 0n)),
  });
  const counted = clicks.filter(({ verdict }) => verdict === "counted");
  const today = dayNumber(world.now);
  return {
    earnings: Array.from({ length: days }, (_, index) => {
      const day = today - days + 1 + index;
      return {
        day: isoDay(day * DAY),
        ...figures(counted.filter(({ bookedAt }) => dayNumber(bookedAt) === day)),
      };
    }),
    links: (["own", "plain"] as const).map((name) => figures(counted.filter(({ where }) => where === name))),
  };
}

export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Written by hand, apart from the program's own way: whole euros, two to six decimals. */
export function euros(micros: bigint): string {
  const digits = micros.toString().padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${digits.slice(0, -6)}.${decimals}`;
}
