import type { ReactNode } from "react";

interface DescribedProps {
  id: string;
  label: string;
  hint?: ReactNode;
  /** Shown under the control and read out with it. */
  problem?: string | undefined;
  children: (description: {
    id: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  }) => ReactNode;
}

/** A control with its label, its hint and what is wrong with it, all of which a screen reader finds by way of it. */
export function Described({ id, label, hint, problem, children }: DescribedProps) {
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": problem ? true : undefined,
        "aria-describedby": described || undefined,
      })}
      {hint ? (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <p className="problem" id={`${id}-problem`} aria-live="polite">
        {problem}
      </p>
    </div>
  );
}
