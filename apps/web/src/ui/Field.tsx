import { type ComponentProps, type ReactNode, useId } from "react";
import { Described } from "./Described.tsx";

type FieldProps = Omit<ComponentProps<"input">, "id" | "onChange" | "value" | "prefix"> & {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: ReactNode;
  /** Shown under the field and read out with it. */
  problem?: string | undefined;
  /** Stands inside the field, behind what is typed: a unit. */
  unit?: string;
};

/** A labelled line of input. */
export function Field({ label, onValue, hint, problem, unit, ...input }: FieldProps) {
  const id = useId();
  return (
    <Described id={id} label={label} hint={hint} problem={problem}>
      {(description) => (
        <span className="field-box">
          <input {...input} {...description} onChange={(event) => onValue(event.target.value)} />
          {unit ? (
            <span className="field-unit" aria-hidden="true">
              {unit}
            </span>
          ) : null}
        </span>
      )}
    </Described>
  );
}
