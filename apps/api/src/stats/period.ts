import type { Day } from "@contentflow/domain/day";

/** UTC days, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}
