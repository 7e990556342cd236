import { quantile } from "../harness/statistics.ts";
import type { Answer } from "./connection.ts";
import type { TrafficResult } from "./plan.ts";

/** Counts the answers of one traffic. */
export class Tally {
  readonly #milliseconds: number[] = [];
  readonly #answered = new Map<string, number>();
  #retryAfter = 0;
  #errors = 0;

  /** `measured` is false for answers outside the measured time: they are counted, but not timed. */
  add({ status, retryAfter, errors }: Answer, milliseconds: number, measured: boolean): void {
    const key = String(status);
    this.#answered.set(key, (this.#answered.get(key) ?? 0) + 1);
    if (retryAfter) this.#retryAfter += 1;
    if (errors) this.#errors += 1;
    if (measured) this.#milliseconds.push(milliseconds);
  }

  result(seconds: number): TrafficResult {
    const times = this.#milliseconds;
    return {
      perSecond: times.length / seconds,
      latency: {
        p50: quantile(times, 0.5),
        p90: quantile(times, 0.9),
        p99: quantile(times, 0.99),
        max: quantile(times, 1),
      },
      answered: Object.fromEntries(this.#answered),
      retryAfter: this.#retryAfter,
      errors: this.#errors,
    };
  }
}
