import type { WithdrawalStatus } from "../../../generated/schema.ts";

/** Long enough to notice that a row has become something else before a finger comes down on it. */
export const NOTICE_MS = 1000;

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: WithdrawalStatus;
}

/**
 * Since when each request has been on screen as it is. Whoever presses a key just as a colleague changes the row meant
 * what stood there before. Times are milliseconds of any one clock.
 */
export class ShownStates {
  readonly #shown = new Map<string, { readonly state: string; readonly since: number }>();
  readonly #own = new Map<string, ReadonlySet<string>>();

  /** What is on screen from now on. */
  show(requests: readonly Shown[], now: number): void {
    for (const request of requests) {
      const { id } = request;
      const state = stateOf(request);
      const before = this.#shown.get(id);
      if (before?.state === state) continue;
      const surprises = before !== undefined && this.#own.get(id)?.has(state) !== true;
      this.#shown.set(id, { state, since: surprises ? now : Number.NEGATIVE_INFINITY });
    }
  }

  /** A change that the admin is making, or that is taken back from them, needs no time to be noticed. */
  expect(before: Shown, after: Shown): void {
    this.#own.set(before.id, new Set([stateOf(before), stateOf(after)]));
  }

  /** Whether the request is what the admin has had time to see. */
  isSettled(request: Shown, now: number): boolean {
    const shown = this.#shown.get(request.id);
    return shown === undefined || (shown.state === stateOf(request) && now - shown.since >= NOTICE_MS);
  }
}

function stateOf({ version, status }: Shown): string {
  return `${version} ${status}`;
}
