import { type ComponentProps, useId } from "react";
import { Described } from "./Described.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id" | "onChange" | "value"> & {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string | undefined;
  problem?: string | undefined;
};

/** A labelled text of several lines. */
export function TextArea({ label, onValue, hint, problem, ...textarea }: TextAreaProps) {
  const id = useId();
  return (
    <Described id={id} label={label} hint={hint} problem={problem}>
      {(description) => (
        <textarea {...textarea} {...description} onChange={(event) => onValue(event.target.value)} />
      )}
    </Described>
  );
}
