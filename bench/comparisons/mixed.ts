import { clickBooks } from "../fixtures/click-books.ts";
import { asked } from "../fixtures/operations.ts";
import { addApiKey, addPartners, partnersOf, signIn } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { startContentFlow } from "../harness/contentflow.ts";
import { load } from "../harness/load.ts";
import { watchMemory } from "../harness/memory.ts";
import { median } from "../harness/statistics.ts";

const PARTNERS = 500;
const SIGNED_IN = 100;
const CONNECTIONS = 64;
const SECONDS = 60;
/** Small ones, or the events in them would be nearly all that is measured. */
const BATCH = 100;

export const mixed: Comparison = {
  name: "mixed",
  title: "80 % redirects, 15 % balances, 5 % batches of 100 events, for a minute",
  async run({ quick, warmUpSeconds }, report, opened) {
    const contentflow = await opened.open(() => startContentFlow());
    await addPartners(contentflow, PARTNERS, 2);
    const partners = partnersOf(PARTNERS, 2);
    const apiKey = await addApiKey(contentflow);
    const people: { cookie: string }[] = [];
    for (const { id } of partners.slice(0, SIGNED_IN)) {
      people.push({ cookie: await signIn(contentflow, "partner", id) });
    }
    const books = clickBooks(contentflow);
    const memory = watchMemory(contentflow.pid);
    const { byTraffic, broken } = await load({
      port: contentflow.port,
      connections: CONNECTIONS,
      seconds: quick ? 1 : SECONDS,
      warmUpSeconds,
      traffic: [
        {
          name: "redirect",
          weight: 80,
          kind: "clicks",
          codes: partners.flatMap(({ codes }) => codes),
          firstVisitor: 0,
        },
        {
          name: "balance",
          weight: 15,
          kind: "query",
          path: "/graphql",
          asked: asked("Balance"),
          people,
        },
        {
          name: "events",
          weight: 5,
          kind: "events",
          apiKey,
          partners: partners.map(({ id, codes }) => ({ id, code: codes[0] ?? "" })),
          batch: BATCH,
          firstVisitor: 0,
        },
      ],
    });
    const seen = memory.stop();
    report.section(`${CONNECTIONS} connections`);
    report.table(
      "traffic",
      Object.fromEntries(
        Object.entries(byTraffic).map(([name, { perSecond, latency }]) => [
          name,
          { "per second": perSecond, "p50 ms": latency.p50, "p99 ms": latency.p99, "max ms": latency.max },
        ]),
      ),
    );
    const megabytes = (from: number, to: number) =>
      median(seen.slice(Math.floor(seen.length * from), Math.ceil(seen.length * to))) / 1e6;
    report.table("memory of the server", {
      "after a quarter of the time": { MB: megabytes(0.2, 0.4) },
      "at the end": { MB: megabytes(0.8, 1) },
    });
    report.under("memory at the end, of that after a quarter", megabytes(0.8, 1) / megabytes(0.2, 0.4), 1.15);
    const answered = Object.values(byTraffic).flatMap((one) => Object.keys(one.answered));
    report.check(
      "every request was answered, none refused",
      broken === 0 && answered.every((status) => status === "200" || status === "302"),
    );
    books.answered(
      (byTraffic["redirect"]?.answered["302"] ?? 0) + (byTraffic["events"]?.answered["200"] ?? 0) * BATCH,
    );
    await books.check(report);
  },
};
