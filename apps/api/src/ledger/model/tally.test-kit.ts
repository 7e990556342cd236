/** What has to happen, in order that histories prove anything. */
const EXPECTED = [
  ...["counted", "duplicate", "velocity", "suspended", "unknown_link", "INVALID_EVENT", "replayed"].map(
    (word) => `click ${word}`,
  ),
  ...["invalidate done", "invalidate BAD_USER_INPUT"],
  ...[
    "done",
    "again",
    "IDEMPOTENCY_CONFLICT",
    "BELOW_MINIMUM",
    "INSUFFICIENT_BALANCE",
    "UNAUTHENTICATED",
  ].map((word) => `request ${word}`),
  ...["approve", "reject", "pay"].flatMap((kind) =>
    ["done", "CONFLICT", "INVALID_TRANSITION"].map((word) => `${kind} ${word}`),
  ),
  ...["bonus", "clawback"].flatMap((kind) => [`${kind} done`, `${kind} IDEMPOTENCY_CONFLICT`]),
  ...["suspend", "reactivate"].flatMap((kind) => [`${kind} done`, `${kind} CONFLICT`]),
  ...["look done", "look UNAUTHENTICATED", "night done", "wait done", "epc done"],
  ...["at once", "at once, in another order"],
];

/** How often each thing came out how, over all histories. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(outcome: string): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
  }

  /** What happened less often than that; what never happens has not been tested. */
  missing(atLeast: number): string[] {
    return EXPECTED.filter((outcome) => (this.#counts.get(outcome) ?? 0) < atLeast);
  }

  /** What happened that nobody thought of. */
  unexpected(): string[] {
    return [...this.#counts.keys()].filter((outcome) => !EXPECTED.includes(outcome));
  }

  toString(): string {
    return [...this.#counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(", ");
  }
}
