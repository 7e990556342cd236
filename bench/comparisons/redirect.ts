import path from "node:path";
import { clickBooks } from "../fixtures/click-books.ts";
import { addPartners, partnersOf } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { startContentFlow } from "../harness/contentflow.ts";
import { allSucceeded, load } from "../harness/load.ts";
import { rival } from "../harness/paths.ts";
import { inTurn } from "../harness/rounds.ts";
import { startServer } from "../harness/server-process.ts";
import { median } from "../harness/statistics.ts";

const PARTNERS = 500;
const LINKS_EACH = 2;
const CONNECTIONS = [64, 256];

export const redirect: Comparison = {
  name: "redirect",
  title: "Redirects by distinct visitors, counted and committed: 1,000 links of 500 partners",
  async run({ quick, rounds, seconds, warmUpSeconds }, report, opened) {
    const contentflow = await opened.open(() => startContentFlow());
    await addPartners(contentflow, PARTNERS, LINKS_EACH);
    const bare = await opened.open(() =>
      startServer({ args: [rival("bare-redirect")], readyPath: "/r/ready" }),
    );
    const CONNECTION = JSON.stringify(contentflow.connection);
    // On the disk of the database: removed with it.
    const FILE = path.join(contentflow.dataDir, "appended-to-a-file");
    const startRival = (name: string) =>
      opened.open(() =>
        startServer({ args: [rival(name)], env: { CONNECTION, FILE }, readyPath: "/readyz" }),
      );
    const appended = await startRival("appended-to-a-file");
    const grouped = await startRival("lean-group-commit");
    const single = await startRival("click-per-transaction");
    const lean = await startRival("lean-click-per-transaction");
    const codes = partnersOf(PARTNERS, LINKS_EACH).flatMap((partner) => partner.codes);
    const books = clickBooks(contentflow);
    let firstVisitor = 0;

    for (const connections of quick ? CONNECTIONS.slice(0, 1) : CONNECTIONS) {
      const click = async (port: number) => {
        firstVisitor += 500_000;
        const traffic = { name: "clicks", weight: 1, kind: "clicks", codes, firstVisitor } as const;
        const { byTraffic } = await load({ port, connections, seconds, warmUpSeconds, traffic: [traffic] });
        const result = byTraffic["clicks"];
        if (!result) throw new Error("nothing was measured");
        return result;
      };
      const bookedAfter: number[] = [];
      const clickAndBook = async (port: number) => {
        const result = await click(port);
        books.answered(result.answered["302"] ?? 0);
        // What is answered and not yet booked must not weigh on whoever is measured next.
        const ms = await books.settled();
        if (port === contentflow.port) bookedAfter.push(ms);
        return result;
      };
      const samples = await inTurn(rounds, [
        { name: "ContentFlow", measure: () => clickAndBook(contentflow.port) },
        { name: "bare redirect", measure: () => click(bare.port) },
        { name: "only appended to a file, synced", measure: () => click(appended.port) },
        { name: "only written down, together", measure: () => click(grouped.port) },
        { name: "a transaction per click", measure: () => clickAndBook(single.port) },
        { name: "a lean transaction per click", measure: () => click(lean.port) },
      ]);
      report.section(`${connections} connections, median of ${rounds}`);
      const rate = (name: string) => median((samples[name] ?? []).map(({ perSecond }) => perSecond));
      const p99 = (name: string) => median((samples[name] ?? []).map(({ latency }) => latency.p99));
      report.table(
        "side",
        Object.fromEntries(
          Object.entries(samples).map(([name, results]) => [
            `${name}, ${connections}`,
            {
              "redirects/s": rate(name),
              "p50 ms": median(results.map(({ latency }) => latency.p50)),
              "p99 ms": p99(name),
              "of bare": rate(name) / rate("bare redirect"),
            },
          ]),
        ),
      );
      report.atLeast(
        `of the bare redirect, ${connections}`,
        rate("ContentFlow") / rate("bare redirect"),
        0.8,
      );
      // Goals of ours: rules and books cost no more than a redirect whose click is only written down, and are not owed.
      report.atLeast(
        `of clicks only written down, ${connections}`,
        rate("ContentFlow") / rate("only written down, together"),
        0.5,
      );
      report.under(`ms until the last click was booked, ${connections}`, median(bookedAfter), 1_000);
      report.atLeast(
        `times a transaction per click, ${connections}`,
        rate("ContentFlow") / rate("a transaction per click"),
        5,
      );
      report.check(
        `everybody was redirected, ${connections}`,
        allSucceeded(Object.values(samples).flat(), "302"),
      );
      if (connections === 64) report.under("99th percentile in ms, 64", p99("ContentFlow"), 50);
    }
    await books.check(report);
  },
};
