import type { ReactNode } from "react";
import { useTitle } from "../lib/use-title.ts";
import { Breakable } from "./Breakable.tsx";

/** A page's heading, which also names the tab. `lead` is one sentence under it, `actions` stand beside it. */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A title that somebody else made up may be long: it is cut off after a few lines, and whole to point at. */
  cutsTitle?: boolean;
  children: ReactNode;
}) {
  const { title, lead, actions, cutsTitle = false, children } = props;
  useTitle(title);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1 {...(cutsTitle && { className: "cut", title })}>
            <Breakable text={title} />
          </h1>
          {lead ? (
            <p className="lead">{typeof lead === "string" ? <Breakable text={lead} /> : lead}</p>
          ) : null}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
