import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import "./chart.css";

const WIDTH = 100;
const HEIGHT = 32;

/** The course of a figure at a glance; the figure itself stands beside it in words. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null;
  const across = scaleLinear()
    .domain([0, values.length - 1])
    .range([0, WIDTH]);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range([HEIGHT - 2, 2]);
  const stroke = line<number>((_, index) => across(index), up).curve(curveMonotoneX);
  const fill = area<number>(
    (_, index) => across(index),
    HEIGHT,
    (value) => up(value),
  ).curve(curveMonotoneX);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="sparkline-area" d={fill([...values]) ?? ""} />
      <path className="sparkline-line" d={stroke([...values]) ?? ""} />
    </svg>
  );
}
