import { canTransition, type WithdrawalStatus } from "@contentflow/domain/withdrawal";

const CENT = 10_000n;
const WINDOW = 90;

interface Lot {
  readonly day: number;
  amount: bigint;
}

export interface ModelWithdrawal {
  readonly id: string;
  readonly key: string;
  readonly amount: bigint;
  status: WithdrawalStatus;
  version: number;
}

export interface ModelClick {
  readonly day: number;
  readonly visitor: string;
  readonly earned: bigint;
  valid: boolean;
}

/**
 * What a partner's money must stand at, as a person would keep it: a pile of lots, each with the day it was earned on.
 * The oldest leave first and what is too old is thrown away. Nothing here knows of journals or running totals.
 */
export class MoneyModel {
  day = 0;
  rate = 25_000_000n;
  suspended = false;
  reserved = 0n;
  paid = 0n;
  debt = 0n;
  earned = 0n;
  lots: Lot[] = [];
  readonly clicks: ModelClick[] = [];
  readonly withdrawals: ModelWithdrawal[] = [];

  get exact(): bigint {
    return this.lots.reduce((total, { amount }) => total + amount, 0n);
  }

  get available(): bigint {
    return this.exact - (this.exact % CENT);
  }

  get countedClicks(): number {
    return this.clicks.filter(({ valid, day }) => valid && this.day - day <= WINDOW).length;
  }

  wait(days: number): void {
    this.day += days;
    this.lots = this.lots.filter(({ day }) => this.day - day <= WINDOW);
  }

  click(visitor: string): void {
    this.clicks.push({ day: this.day, visitor, earned: this.rate, valid: true });
    this.earned += this.rate;
    this.#credit(this.rate);
  }

  invalidate(click: ModelClick): void {
    if (!click.valid) return;
    click.valid = false;
    this.earned -= click.earned;
    this.debt += click.earned - this.#take(click.earned);
  }

  bonus(amount: bigint): void {
    this.earned += amount;
    this.#credit(amount);
  }

  clawback(amount: bigint): void {
    this.earned -= amount;
    this.debt += amount - this.#take(amount);
  }

  request(withdrawal: ModelWithdrawal): void {
    this.#take(withdrawal.amount);
    this.reserved += withdrawal.amount;
    this.withdrawals.push(withdrawal);
  }

  decide(withdrawal: ModelWithdrawal, to: WithdrawalStatus): void {
    if (!canTransition(withdrawal.status, to)) throw new Error("the model was asked for the impossible");
    withdrawal.status = to;
    withdrawal.version += 1;
    if (to === "approved") return;
    this.reserved -= withdrawal.amount;
    if (to === "paid") this.paid += withdrawal.amount;
    else this.#credit(withdrawal.amount);
  }

  #credit(amount: bigint): void {
    const repaid = smaller(amount, this.debt);
    this.debt -= repaid;
    if (amount > repaid) this.lots.push({ day: this.day, amount: amount - repaid });
  }

  /** Takes up to `amount`, the oldest lots first; returns how much there was. */
  #take(amount: bigint): bigint {
    let missing = amount;
    for (const lot of this.lots) {
      const taken = smaller(lot.amount, missing);
      lot.amount -= taken;
      missing -= taken;
    }
    this.lots = this.lots.filter((lot) => lot.amount > 0n);
    return amount - missing;
  }
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
