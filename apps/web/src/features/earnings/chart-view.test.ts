import { expect, it } from "vitest";
import { chartView } from "./chart-view.ts";

it.each([
  ["", { days: 30, show: "clicks", as: "chart" }],
  ["days=7&show=euros&as=table", { days: 7, show: "euros", as: "table" }],
  ["days=8&show=dollars&as=pie", { days: 30, show: "clicks", as: "chart" }],
])("reads ?%s", (search, view) => {
  expect(chartView(new URLSearchParams(search))).toEqual(view);
});
