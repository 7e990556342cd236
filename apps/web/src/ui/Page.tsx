import type { ReactNode } from "react";
import { useTitle } from "../lib/use-title.ts";

/** A page's heading, which also names the tab. `lead` is one sentence under it, `actions` stand beside it. */
export function Page(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { title, lead, actions, children } = props;
  useTitle(title);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
