import { parseArgs } from "node:util";
import { type DemoVisit, visitDemo } from "../demo/visit-demo.ts";
import * as goals from "./goals.ts";
import { measureClicks } from "./measure-click.ts";
import { measureLanding } from "./measure-landing.ts";
import { measureTransfers } from "./measure-transfer.ts";
import { createReport, quantile } from "./report.ts";
import { HARSH_SLOW_4G, SLOW_4G } from "./slow-phone.ts";

/** Measures the built pages against their goals. `--quick` shows that it works, with few runs, and judges nothing. */
const { values: options } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const RUNS = options.quick ? 1 : 5;
const CLICKS = options.quick ? 3 : 50;

const report = createReport((text) => process.stdout.write(text));

await visitDemo(async (demo) => {
  await reportTransfers(demo);
  await reportLanding(demo);
  await reportClicks(demo);
});
if (options.quick) report.line("\nToo few runs to judge anything by them.");
else if (report.missed.length > 0) process.exitCode = 1;

async function reportTransfers(demo: DemoVisit): Promise<void> {
  const transfers = await measureTransfers(demo);
  const goalOf = (name: string) => (name === "landing" ? goals.LANDING_SCRIPT_KB : goals.PAGE_SCRIPT_KB);
  report.section("Over the wire, in kB, first visit, until nothing is loading");
  report.table(
    ["page", "JavaScript", "at most", "everything", "requests"],
    transfers.map(({ name, scriptBytes, totalBytes, requests }) => [
      name,
      kilobytes(scriptBytes).toFixed(1),
      goalOf(name),
      kilobytes(totalBytes).toFixed(1),
      requests,
    ]),
  );
  const uncompressed = [...new Set(transfers.flatMap((transfer) => transfer.uncompressed))];
  if (uncompressed.length > 0) {
    report.line(`${uncompressed.length} scripts came uncompressed, such as ${uncompressed[0]}`);
  }
  const foreign = [...new Set(transfers.flatMap((transfer) => transfer.foreign))];
  for (const url of foreign) report.line(`Asked of another host: ${url}`);
  for (const { name, scriptBytes } of transfers) {
    report.goal(`${name}: at most ${goalOf(name)} kB of JavaScript`, kilobytes(scriptBytes) <= goalOf(name));
  }
  report.goal("no request to another host", foreign.length === 0);
}

async function reportLanding(demo: DemoVisit): Promise<void> {
  report.section(`The landing on a phone with a quarter of this processor, median of ${RUNS}`);
  const judged = await measureLanding(demo, SLOW_4G, RUNS);
  const harsh = await measureLanding(demo, HARSH_SLOW_4G, RUNS);
  report.table(
    ["line", "first paint ms", "largest paint ms", "layout shift", "form reacts ms"],
    [
      { line: SLOW_4G, ...judged },
      { line: HARSH_SLOW_4G, ...harsh },
    ].map(({ line, firstPaintMs, largestPaintMs, shift, formReactsMs }) => [
      `${line.name}: ${line.latencyMs} ms, ${line.downKbps} kbit/s`,
      Math.round(firstPaintMs),
      Math.round(largestPaintMs),
      shift.toFixed(4),
      Math.round(formReactsMs),
    ]),
  );
  report.goal(
    `largest paint under ${goals.LANDING_LCP_MS} ms on ${SLOW_4G.name}`,
    judged.largestPaintMs < goals.LANDING_LCP_MS,
  );
  report.goal(`layout shift under ${goals.LANDING_CLS}`, judged.shift < goals.LANDING_CLS);
}

async function reportClicks(demo: DemoVisit): Promise<void> {
  report.section(`From a click to the number on the open earnings page, ${CLICKS} clicks, in ms`);
  const samples = await measureClicks(demo, CLICKS);
  const sent = samples.map(({ sinceSent }) => sinceSent);
  const counted = samples.map(({ sinceCounted }) => sinceCounted);
  report.table(
    ["since the click was", "median", "p95", "longest"],
    [
      { name: "sent", values: sent },
      { name: "counted (302 arrived)", values: counted },
    ].map(({ name, values }) => [name, quantile(values, 0.5), quantile(values, 0.95), quantile(values, 1)]),
  );
  report.goal(
    `median under ${goals.CLICK_TO_NUMBER_MS} ms since it was sent`,
    quantile(sent, 0.5) < goals.CLICK_TO_NUMBER_MS,
  );
}

function kilobytes(bytes: number): number {
  return bytes / 1_000;
}
