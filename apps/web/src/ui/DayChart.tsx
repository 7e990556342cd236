import { scaleBand, scaleLinear } from "d3-scale";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useFormat } from "../lib/use-format.ts";
import "./chart.css";

export interface DayValue {
  day: string;
  /** How high the column is; drawn, never calculated with. */
  value: number;
  /** What the day says when it is pointed at. */
  text: string;
}

const HEIGHT = 168;
const TOP = 14;
const FOOT = 22;

/**
 * A column a day. Pointing at it, or going over it with the arrow keys, reads a day out; whoever wants all of them
 * gets a table beside it.
 */
export function DayChart(props: {
  label: string;
  days: readonly DayValue[];
  /** Wording of a mark on the scale. */
  mark: (value: number) => string;
}) {
  const { days } = props;
  const format = useFormat();
  const [chosen, setChosen] = useState<number | null>(null);
  const last = days.length - 1;
  const at = Math.min(chosen ?? last, last);
  const shown = days[at];
  if (!shown) return null;

  const across = scaleBand<number>()
    .domain(days.map((_, index) => index))
    .range([0, 100])
    .padding(days.length > 40 ? 0.25 : 0.35);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...days.map(({ value }) => value))])
    .nice(3)
    .range([HEIGHT - FOOT, TOP]);
  const ticks = up.ticks(3);
  const ground = up(0);
  const labelled = new Set([0, Math.floor(last / 2), last]);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(0.9999, Math.max(0, (event.clientX - left) / width));
    setChosen(Math.floor(share * days.length));
  };
  const press = (event: KeyboardEvent) => {
    const target = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setChosen(Math.min(last, Math.max(0, target)));
  };
  return (
    <div className="chart">
      <p className="chart-readout" aria-hidden="true">
        <span>{format.shortDay(shown.day)}</span> <b>{shown.text}</b>
      </p>
      <div className="chart-body">
        <div className="chart-scale" aria-hidden="true">
          {ticks.map((value) => (
            <span key={value} style={{ top: up(value) }}>
              {value > 0 ? props.mark(value) : null}
            </span>
          ))}
        </div>
        <div
          className="chart-plot"
          role="slider"
          tabIndex={0}
          aria-label={props.label}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={at}
          aria-valuetext={`${format.day(shown.day)}: ${shown.text}`}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setChosen(null)}
          onKeyDown={press}
        >
          <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
            {ticks.map((value) => (
              <line key={value} className="chart-rule" x1="0" x2="100%" y1={up(value)} y2={up(value)} />
            ))}
            {days.map(({ day, value }, index) => (
              <rect
                key={day}
                className={index === at ? "chart-column chart-column-shown" : "chart-column"}
                x={`${across(index) ?? 0}%`}
                width={`${across.bandwidth()}%`}
                y={Math.min(up(value), ground - (value > 0 ? 1.5 : 0))}
                height={Math.max(ground - up(value), value > 0 ? 1.5 : 0)}
                rx="2"
              />
            ))}
            {days.map(({ day }, index) =>
              labelled.has(index) ? (
                <text
                  key={day}
                  className="chart-day"
                  x={
                    index === 0
                      ? "0"
                      : index === last
                        ? "100%"
                        : `${(across(index) ?? 0) + across.bandwidth() / 2}%`
                  }
                  y={HEIGHT - 5}
                  textAnchor={index === 0 ? "start" : index === last ? "end" : "middle"}
                >
                  {format.dayAndMonth(day)}
                </text>
              ) : null,
            )}
          </svg>
        </div>
      </div>
    </div>
  );
}
