import { type ComponentProps, useId } from "react";

type FieldProps = Omit<ComponentProps<"input">, "id" | "onChange" | "value"> & {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string | undefined;
  /** Shown under the field and read out with it. */
  problem?: string | undefined;
};

/** A labelled line of input. */
export function Field({ label, onValue, hint, problem, ...input }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onValue(event.target.value)}
      />
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
