/** How many days there are to choose from. */
export const SPANS = [7, 30, 90] as const;

export interface ChartView {
  readonly days: (typeof SPANS)[number];
  readonly show: "clicks" | "euros";
  readonly as: "chart" | "table";
}

/** What the address asks to see; what it does not say, or says wrongly, is as usual: 30 days of clicks in a chart. */
export function chartView(params: URLSearchParams): ChartView {
  return {
    days: SPANS.find((span) => String(span) === params.get("days")) ?? 30,
    show: params.get("show") === "euros" ? "euros" : "clicks",
    as: params.get("as") === "table" ? "table" : "chart",
  };
}
