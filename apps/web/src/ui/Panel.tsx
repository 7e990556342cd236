import { type ReactNode, useId } from "react";

interface PanelProps {
  title: string;
  note?: string;
  actions?: ReactNode;
  /** By this name the address leads here, and the keyboard with it. */
  anchor?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel(props: PanelProps) {
  const id = useId();
  const { anchor } = props;
  return (
    <section className="panel" aria-labelledby={id} {...(anchor && { id: anchor, tabIndex: -1 })}>
      <div className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.actions}
      </div>
      {props.note ? <p className="note">{props.note}</p> : null}
      {props.children}
    </section>
  );
}
