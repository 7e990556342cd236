import type { Opened } from "./opened.ts";
import type { Report } from "./report.ts";

/** How long and how big: for a judgement, or only to see that everything still runs. */
export interface Scale {
  readonly quick: boolean;
  readonly rounds: number;
  /** Of one measurement. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Most clicks that history is filled with. */
  readonly mostClicks: number;
}

export interface Comparison {
  readonly name: string;
  readonly title: string;
  run(scale: Scale, report: Report, opened: Opened): Promise<void>;
}
