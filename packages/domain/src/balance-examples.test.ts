import { describe, expect, it } from "vitest";
import { balanceOf, type Credit } from "./balance.ts";
import { addDays, type Day } from "./day.ts";
import {
  add,
  formatEuros,
  type MicroEuros,
  microEuros,
  multiply,
  parseEuros,
  subtract,
  ZERO,
} from "./money.ts";

const EPC = parseEuros("0.20");
const START: Day = "2026-01-01";

/** The journal of one partner, reduced to what the balance rule needs. Days count from 1. */
class TinyLedger {
  #available: MicroEuros = ZERO;
  readonly #credits: Credit[] = [];

  constructor(readonly windowDays = 90) {}

  credit(day: number, amount: MicroEuros) {
    this.#credits.push({ day: addDays(START, day - 1), amount });
    this.#available = add(this.#available, amount);
  }

  clicks(day: number, count: number) {
    this.credit(day, multiply(EPC, count));
  }

  read(day: number) {
    const today = addDays(START, day - 1);
    return balanceOf({
      ledgerAvailable: this.#available,
      credits: this.#credits,
      today,
      windowDays: this.windowDays,
    });
  }

  available(day: number) {
    return formatEuros(this.read(day).available);
  }

  withdraw(day: number, amount: MicroEuros) {
    const { available, lapsed } = this.read(day);
    if (amount > available) throw new Error(`only ${formatEuros(available)} on day ${day}`);
    this.#available = subtract(subtract(this.#available, lapsed), amount);
  }
}

const euros = (text: string) => parseEuros(text);

describe("the balance rule", () => {
  it("pays 100 € every quarter to whom earns 100 € each quarter and withdraws it", () => {
    const ledger = new TinyLedger();
    for (let quarter = 0; quarter < 8; quarter++) {
      const lastDay = quarter * 91 + 90;
      for (let day = lastDay - 49; day <= lastDay; day++) ledger.clicks(day, 10);
      expect(ledger.available(lastDay)).toBe("100.00");
      ledger.withdraw(lastDay, euros("100"));
      expect(ledger.available(lastDay)).toBe("0.00");
    }
  });

  it("shows 100 € to whom earns 100 € a quarter for a year and withdraws nothing", () => {
    const ledger = new TinyLedger();
    for (let quarter = 0; quarter < 4; quarter++) ledger.clicks(quarter * 91 + 45, 500);
    const balance = ledger.read(364);
    expect(formatEuros(balance.available)).toBe("100.00");
    expect(formatEuros(balance.lapsed)).toBe("300.00");
  });

  it("shows 40 € for 200 fresh clicks, however much was paid long ago", () => {
    const ledger = new TinyLedger();
    ledger.clicks(1, 10_000);
    ledger.withdraw(2, euros("2000"));
    ledger.clicks(300, 200);
    expect(ledger.available(300)).toBe("40.00");
  });

  it("gives a rejected request a whole new window: rejected on day 100, available until day 190", () => {
    const ledger = new TinyLedger();
    ledger.clicks(1, 150);
    ledger.withdraw(1, euros("30"));
    ledger.credit(100, euros("30"));
    expect(ledger.available(190)).toBe("30.00");
    expect(ledger.read(190).lapsingNext).toEqual({ amount: euros("30"), on: addDays(START, 190) });
    expect(ledger.available(191)).toBe("0.00");
  });
});

describe("the window", () => {
  it("is open through the 90th day after the booking and shut on the 91st", () => {
    const credits = [{ day: START, amount: euros("5") }];
    const on = (n: number) =>
      balanceOf({ ledgerAvailable: euros("5"), credits, today: addDays(START, n), windowDays: 90 });
    expect(on(90)).toEqual({
      available: euros("5"),
      lapsed: ZERO,
      lapsingNext: { amount: euros("5"), on: addDays(START, 91) },
    });
    expect(on(91)).toEqual({ available: ZERO, lapsed: euros("5"), lapsingNext: null });
  });

  it("of 0 days lets nothing lapse, ever", () => {
    const ledger = new TinyLedger(0);
    ledger.clicks(1, 500);
    expect(ledger.read(5_000)).toEqual({ available: euros("100"), lapsed: ZERO, lapsingNext: null });
  });

  it("announces only what is left of the oldest day", () => {
    const ledger = new TinyLedger();
    ledger.credit(1, euros("10"));
    ledger.credit(5, euros("3"));
    ledger.credit(5, euros("4"));
    ledger.credit(9, euros("20"));
    ledger.withdraw(10, euros("12.50"));
    expect(ledger.read(10).lapsingNext).toEqual({ amount: euros("4.50"), on: addDays(START, 4 + 91) });
  });

  it("keeps fractions of a cent: rounding is for showing", () => {
    const amount = microEuros(3_500n);
    const { available } = balanceOf({
      ledgerAvailable: amount,
      credits: [{ day: START, amount }],
      today: START,
      windowDays: 90,
    });
    expect(available).toBe(3_500n);
  });

  it.each([-1, 1.5, Number.NaN])("refuses a window of %s days", (windowDays) => {
    expect(() => balanceOf({ ledgerAvailable: ZERO, credits: [], today: START, windowDays })).toThrow(
      RangeError,
    );
  });

  it("refuses negative money", () => {
    const negative = microEuros(-1n);
    const input = { ledgerAvailable: ZERO, credits: [], today: START, windowDays: 90 };
    expect(() => balanceOf({ ...input, ledgerAvailable: negative })).toThrow(RangeError);
    expect(() => balanceOf({ ...input, credits: [{ day: START, amount: negative }] })).toThrow(RangeError);
  });
});
