import { Meter } from "@base-ui/react/meter";
import type { ReactNode } from "react";
import "./goal-meter.css";

/** How far it is to a goal. `share` is in percent; `text` says where it stands, in figures. */
export function GoalMeter(props: { label: ReactNode; share: number; text: string }) {
  return (
    <Meter.Root className="goal" value={props.share} aria-valuetext={props.text}>
      <Meter.Label className="goal-label">{props.label}</Meter.Label>
      <span className="goal-text" aria-hidden="true">
        {props.text}
      </span>
      <Meter.Track className="goal-track">
        <Meter.Indicator className="goal-reached" />
      </Meter.Track>
    </Meter.Root>
  );
}
