import { Switch } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import "./switch.css";

/** Something that is on or off, at once: there is nothing to save. */
export function SwitchField(props: {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChecked: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="switch-field">
      <div>
        <span id={id} className="switch-label">
          {props.label}
        </span>
        {props.hint ? (
          <p className="note" id={`${id}-hint`}>
            {props.hint}
          </p>
        ) : null}
      </div>
      <Switch.Root
        className="switch"
        aria-labelledby={id}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        checked={props.checked}
        disabled={props.disabled}
        onCheckedChange={props.onChecked}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </div>
  );
}
