import type { ReactNode } from "react";

/** A row of figures. With `live`, what changes is read out. */
export function Figures({ live = false, children }: { live?: boolean; children: ReactNode }) {
  return (
    <dl className="figures" aria-live={live ? "polite" : undefined}>
      {children}
    </dl>
  );
}

/** One figure with its label; `strong` for the one the page is about. */
export function Figure(props: { label: string; value: ReactNode; note?: ReactNode; strong?: boolean }) {
  return (
    <div className={props.strong ? "figure figure-strong" : "figure"}>
      <dt>{props.label}</dt>
      <dd className="figure-value">{props.value}</dd>
      {props.note ? <dd className="note">{props.note}</dd> : null}
    </div>
  );
}
