import type { Day } from "@contentflow/domain/day";

/** UTC days, both included. */
export interface Period {
  readonly from: Day;
  /** Today: what is kept for statistics has no other end. */
  readonly to: Day;
}
