import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceOf, type Credit, splitClawback, splitCredit } from "./balance.ts";
import { addDays, type Day, daysBetween } from "./day.ts";
import { add, type MicroEuros, microEuros, min, subtract, sum, ZERO } from "./money.ts";

const START: Day = "2026-01-01";
const amount = fc.bigInt({ min: 0n, max: 1_000_000n }).map(microEuros);

/** Days pass, money comes in, and a share (in percent) of what is available goes out. */
interface Step {
  wait: number;
  credit: MicroEuros;
  withdrawPercent: number;
}

function steps(maxWait: number, maxLength = 30): fc.Arbitrary<Step[]> {
  const withdrawPercent = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 }), fc.constant(100));
  return fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: maxWait }), credit: amount, withdrawPercent }),
    { maxLength },
  );
}

const share = (of: MicroEuros, percent: number) => microEuros((of * BigInt(percent)) / 100n);

/** Each credit as a lot of its own, taken from and thrown away one by one: the rule as a person would do it. */
class Lots {
  #lots: { day: Day; left: MicroEuros }[] = [];
  lapsed: MicroEuros = ZERO;

  constructor(readonly windowDays: number) {}

  credit(day: Day, left: MicroEuros) {
    this.#lots.push({ day, left });
  }

  expire(today: Day) {
    const gone = this.#lots.filter(({ day }) => daysBetween(day, today) > this.windowDays);
    this.#lots = this.#lots.filter((lot) => !gone.includes(lot));
    this.lapsed = add(this.lapsed, sum(gone.map(({ left }) => left)));
  }

  take(amountToTake: MicroEuros) {
    let missing = amountToTake;
    for (const lot of this.#lots) {
      const taken = min(lot.left, missing);
      lot.left = subtract(lot.left, taken);
      missing = subtract(missing, taken);
    }
  }

  get available() {
    return sum(this.#lots.map(({ left }) => left));
  }

  get lapsingNext() {
    const oldest = this.#lots.find(({ left }) => left > 0n);
    if (!oldest) return null;
    const ofThatDay = this.#lots.filter(({ day }) => day === oldest.day);
    return { amount: sum(ofThatDay.map(({ left }) => left)), on: addDays(oldest.day, this.windowDays + 1) };
  }
}

describe("balanceOf", () => {
  it("agrees with a model that keeps every credit as a lot and takes the oldest first", () => {
    fc.assert(
      fc.property(steps(20), fc.integer({ min: 1, max: 40 }), (history, windowDays) => {
        const lots = new Lots(windowDays);
        const credits: Credit[] = [];
        let ledgerAvailable = ZERO;
        let bookedLapse = ZERO;
        let today = START;
        for (const step of history) {
          today = addDays(today, step.wait);
          credits.push({ day: today, amount: step.credit });
          ledgerAvailable = add(ledgerAvailable, step.credit);
          lots.credit(today, step.credit);
          lots.expire(today);

          const balance = balanceOf({ ledgerAvailable, credits, today, windowDays });
          expect(balance.available).toBe(lots.available);
          expect(add(bookedLapse, balance.lapsed)).toBe(lots.lapsed);
          expect(balance.lapsingNext).toEqual(lots.lapsingNext);

          const withdrawn = share(balance.available, step.withdrawPercent);
          if (withdrawn > 0n) {
            bookedLapse = add(bookedLapse, balance.lapsed);
            ledgerAvailable = subtract(subtract(ledgerAvailable, balance.lapsed), withdrawn);
            lots.take(withdrawn);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  const anyInput = fc.record({
    ledgerAvailable: amount,
    credits: fc.array(
      fc.record({ day: fc.integer({ min: -150, max: 0 }).map((n) => addDays(START, n)), amount }),
    ),
    today: fc.constant(START),
    windowDays: fc.integer({ min: 0, max: 120 }),
  });

  it("splits the ledger into available and lapsed, neither of them negative", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { available, lapsed } = balanceOf(input);
        expect(available >= 0n && available <= input.ledgerAvailable).toBe(true);
        expect(lapsed >= 0n).toBe(true);
        expect(add(available, lapsed)).toBe(input.ledgerAvailable);
      }),
    );
  });

  it("stays the same once the lapse is booked", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const before = balanceOf(input);
        const after = balanceOf({ ...input, ledgerAvailable: before.available });
        expect(after).toEqual({ ...before, lapsed: ZERO });
      }),
    );
  });

  it("does not depend on the order of the credits, nor on credits past the window", () => {
    const inputAndOrder = anyInput.chain((input) =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray(input.credits, { minLength: input.credits.length })),
    );
    fc.assert(
      fc.property(inputAndOrder, ([input, shuffled]) => {
        const fresh = shuffled.filter(({ day }) => daysBetween(day, input.today) <= input.windowDays);
        expect(balanceOf({ ...input, credits: shuffled })).toEqual(balanceOf(input));
        expect(balanceOf({ ...input, credits: fresh })).toEqual(balanceOf(input));
      }),
    );
  });

  it("loses on the announced day exactly what was announced, and nothing before", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { available, lapsingNext } = balanceOf(input);
        if (!lapsingNext) return void expect(available === 0n || input.windowDays === 0).toBe(true);
        expect(lapsingNext.amount > 0n && lapsingNext.amount <= available).toBe(true);
        const at = (today: Day) => balanceOf({ ...input, today }).available;
        expect(at(addDays(lapsingNext.on, -1))).toBe(available);
        expect(at(lapsingNext.on)).toBe(subtract(available, lapsingNext.amount));
      }),
      { numRuns: 300 },
    );
  });

  it("equals the literal rule, clicks of the window minus payouts, when all was earned inside the window", () => {
    fc.assert(
      fc.property(steps(3), (history) => {
        const credits: Credit[] = [];
        let paid = ZERO;
        let today = START;
        for (const step of history) {
          today = addDays(today, step.wait);
          credits.push({ day: today, amount: step.credit });
          const literal = subtract(sum(credits.map((credit) => credit.amount)), paid);
          expect(balanceOf({ ledgerAvailable: literal, credits, today, windowDays: 90 }).available).toBe(
            literal,
          );
          paid = add(paid, share(literal, step.withdrawPercent));
        }
      }),
    );
  });
});

describe("debt", () => {
  const euros = (n: bigint) => microEuros(n);

  it("is repaid first by a credit", () => {
    expect(splitCredit(euros(10n), euros(4n))).toEqual({ toDebt: 4n, toAvailable: 6n });
    expect(splitCredit(euros(4n), euros(10n))).toEqual({ toDebt: 4n, toAvailable: 0n });
    expect(splitCredit(euros(4n), ZERO)).toEqual({ toDebt: 0n, toAvailable: 4n });
  });

  it("grows by what a clawback does not find", () => {
    expect(splitClawback(euros(10n), euros(4n))).toEqual({ fromAvailable: 4n, fromDebt: 6n });
    expect(splitClawback(euros(4n), euros(10n))).toEqual({ fromAvailable: 4n, fromDebt: 0n });
  });

  it("neither makes nor loses money, and never leaves debt beside money", () => {
    fc.assert(
      fc.property(amount, amount, (moved, held) => {
        const { toDebt, toAvailable } = splitCredit(moved, held);
        expect(add(toDebt, toAvailable)).toBe(moved);
        expect(toAvailable === 0n || toDebt === held).toBe(true);
        const { fromAvailable, fromDebt } = splitClawback(moved, held);
        expect(add(fromAvailable, fromDebt)).toBe(moved);
        expect(fromDebt === 0n || fromAvailable === held).toBe(true);
      }),
    );
  });

  it("is refused when negative", () => {
    expect(() => splitCredit(euros(-1n), ZERO)).toThrow(RangeError);
    expect(() => splitCredit(ZERO, euros(-1n))).toThrow(RangeError);
    expect(() => splitClawback(euros(-1n), ZERO)).toThrow(RangeError);
    expect(() => splitClawback(ZERO, euros(-1n))).toThrow(RangeError);
  });
});
