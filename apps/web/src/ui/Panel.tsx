import { type ReactNode, useId } from "react";

/** A titled part of a page. */
export function Panel(props: { title: string; note?: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.actions}
      </div>
      {props.note ? <p className="note">{props.note}</p> : null}
      {props.children}
    </section>
  );
}
