import type { Answer } from "./ask.ts";

export type Work = "click" | "events" | "request" | "decision";

/** One request of the load and what came of it. */
export interface Attempt {
  readonly work: Work;
  /** When it ended, by `performance.now()`. */
  readonly at: number;
  readonly tookMs: number;
  /**
   * `done`: acknowledged. `refused`: no, for a reason of the business. `unavailable`: 503. `cut`: no answer, the
   * connection broke. `wrong`: anything else, which nobody may get.
   */
  readonly outcome: "done" | "refused" | "unavailable" | "cut" | "wrong";
  readonly detail: string;
}

/** A withdrawal as the load knows it: every status that was acknowledged, the last one last. */
export interface KnownWithdrawal {
  readonly partnerId: string;
  id: string | undefined;
  readonly statuses: string[];
}

/** What was asked of the server and what it acknowledged, kept outside it. */
export class AckLog {
  readonly attempts: Attempt[] = [];
  /** Each click by the made-up host that it came from; true once it was answered with a redirect. */
  readonly clicks = new Map<string, boolean>();
  /** Each event by its id; true once it was answered with a verdict. */
  readonly events = new Map<string, boolean>();
  /** Each withdrawal by its idempotency key. */
  readonly withdrawals = new Map<string, KnownWithdrawal>();

  /** Writes an answer down and says what it was. */
  note(work: Work, answer: Answer & { code?: string | undefined }, isDone: boolean): Attempt["outcome"] {
    const outcome = outcomeOf(answer, isDone);
    const { status, code, failure, tookMs } = answer;
    const detail = [status, code, failure].filter((part) => part !== undefined && part !== null).join(" ");
    this.attempts.push({ work, at: performance.now(), tookMs, outcome, detail });
    return outcome;
  }

  count(work: Work, outcome: Attempt["outcome"], since = 0): number {
    return this.since(since).filter((one) => one.work === work && one.outcome === outcome).length;
  }

  since(since: number): readonly Attempt[] {
    return this.attempts.filter(({ at }) => at >= since);
  }

  /** What nobody may get: neither an answer of the business nor 503, nor an answer that took too long. */
  wrong(): readonly Attempt[] {
    return this.attempts.filter(({ outcome }) => outcome === "wrong");
  }

  /** The longest that anybody waited, in milliseconds, whatever came of it. */
  slowest(since = 0): number {
    return Math.round(Math.max(0, ...this.since(since).map(({ tookMs }) => tookMs)));
  }

  figures(): string {
    const answered = (all: ReadonlyMap<string, boolean>) => [...all.values()].filter(Boolean).length;
    const withdrawals = [...this.withdrawals.values()];
    const decided = withdrawals.reduce((sum, { statuses }) => sum + Math.max(0, statuses.length - 1), 0);
    return (
      `acknowledged ${answered(this.clicks)} of ${this.clicks.size} clicks, ${answered(this.events)} of ` +
      `${this.events.size} events, ${withdrawals.filter(({ id }) => id).length} of ${withdrawals.length} withdrawals, ` +
      `${decided} decisions; ${this.attempts.filter(({ outcome }) => outcome === "unavailable").length} times 503, ` +
      `${this.attempts.filter(({ outcome }) => outcome === "cut").length} cut`
    );
  }
}

function outcomeOf(
  { status, code, failure }: Answer & { code?: string | undefined },
  isDone: boolean,
): Attempt["outcome"] {
  if (isDone) return "done";
  if (status === 503) return "unavailable";
  // What broke off is what a killed server looks like; what lasted for ever is a hang.
  if (status === null) return failure === "ABORT_ERR" || failure === "TimeoutError" ? "wrong" : "cut";
  return code !== undefined && status === 200 && code !== "INTERNAL_SERVER_ERROR" ? "refused" : "wrong";
}
