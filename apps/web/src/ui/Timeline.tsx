import type { ReactNode } from "react";
import "./timeline.css";

export interface Step {
  key: string;
  title: ReactNode;
  when?: ReactNode;
  note?: ReactNode;
  tone: "done" | "current" | "bad" | "ahead";
}

/** What happened one after the other, and what is still to come. */
export function Timeline({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={`timeline-step timeline-${step.tone}`}>
          <p>
            <span className="timeline-title">{step.title}</span> {step.when}
          </p>
          {step.note ? <div className="note">{step.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}
