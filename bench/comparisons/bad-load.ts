import { clickBooks } from "../fixtures/click-books.ts";
import { addApiKey, addPartners, partnersOf } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { startContentFlow } from "../harness/contentflow.ts";
import { load } from "../harness/load.ts";
import { watchMemory } from "../harness/memory.ts";
import type { LoadResult } from "../load/plan.ts";

const PARTNERS = 500;
const SECONDS = 60;
/** As many as the reverse proxy in front would open; who finds none free waits there. */
const MOST_CONNECTIONS = 2_000;
const SENDERS = 200;
const BATCH = 1_000;
/** Beside the flood of events: a quiet day's visitors. */
const VISITORS_A_SECOND = 200;
const MEGABYTES = 1_000;

export const badLoad: Comparison = {
  name: "bad-load",
  title: "A minute of twice as many redirects as it can take, then a flood of events",
  async run({ quick, seconds, warmUpSeconds }, report, opened) {
    const contentflow = await opened.open(() => startContentFlow());
    await addPartners(contentflow, PARTNERS, 2);
    const partners = partnersOf(PARTNERS, 2);
    const apiKey = await addApiKey(contentflow);
    const books = clickBooks(contentflow);
    const codes = partners.flatMap((partner) => partner.codes);
    const port = contentflow.port;
    let firstVisitor = 0;
    const clicks = () => {
      firstVisitor += 3_000_000;
      return { name: "redirect", weight: 1, kind: "clicks", codes, firstVisitor } as const;
    };

    const sustained = await load({ port, connections: 64, seconds, warmUpSeconds, traffic: [clicks()] });
    const rate = sustained.byTraffic["redirect"]?.perSecond ?? 0;
    const memory = watchMemory(contentflow.pid);
    const long = quick ? 1 : SECONDS;
    const over = await load({
      port,
      connections: MOST_CONNECTIONS,
      seconds: long,
      warmUpSeconds: 0,
      rate: Math.max(100, 2 * rate),
      traffic: [clicks()],
    });
    const flood = await Promise.all([
      load({
        port,
        connections: SENDERS,
        seconds: long / 2,
        warmUpSeconds: 0,
        traffic: [
          {
            name: "events",
            weight: 1,
            kind: "events",
            apiKey,
            partners: partners.map((partner) => ({ id: partner.id, code: partner.codes[0] ?? "" })),
            batch: BATCH,
            firstVisitor: 0,
          },
        ],
      }),
      load({
        port,
        connections: MOST_CONNECTIONS,
        seconds: long / 2,
        warmUpSeconds: 0,
        rate: VISITORS_A_SECOND,
        traffic: [clicks()],
      }),
    ]);
    const [events, visitors] = flood;
    const mostMemory = Math.max(...memory.stop()) / 1e6;

    report.section(`Sustained with 64 connections: ${Math.round(rate).toLocaleString("en")} redirects/s`);
    const row = ({ byTraffic, unsent, broken }: LoadResult, name: string) => {
      const { perSecond = 0, latency, answered = {}, retryAfter = 0 } = byTraffic[name] ?? {};
      return {
        "answered/s": perSecond,
        "p50 ms": latency?.p50 ?? null,
        "p99 ms": latency?.p99 ?? null,
        "refused (503)": answered["503"] ?? 0,
        "with Retry-After": retryAfter,
        "never sent": unsent,
        broken,
      };
    };
    report.table("load", {
      [`redirects, twice as many, ${MOST_CONNECTIONS} connections`]: row(over, "redirect"),
      [`batches of events, ${SENDERS} senders`]: row(events, "events"),
      "redirects beside the events": row(visitors, "redirect"),
    });
    report.line(`most memory of the server: ${Math.round(mostMemory)} MB`);
    report.under("most memory, MB", mostMemory, MEGABYTES);
    report.check(
      "no connection broke",
      [over, events, visitors].every(({ broken }) => broken === 0),
    );
    const statuses = (result: LoadResult, name: string) =>
      Object.keys(result.byTraffic[name]?.answered ?? {});
    report.check(
      "every visitor was redirected",
      [...statuses(over, "redirect"), ...statuses(visitors, "redirect")].every((status) => status === "302"),
    );
    const refused = events.byTraffic["events"];
    report.check(
      "every refused batch says when to come again",
      statuses(events, "events").every((status) => status === "200" || status === "503") &&
        refused?.retryAfter === (refused?.answered["503"] ?? 0),
    );
    for (const { byTraffic } of [sustained, over, visitors]) {
      books.answered(byTraffic["redirect"]?.answered["302"] ?? 0);
    }
    books.answered((refused?.answered["200"] ?? 0) * BATCH);
    await books.check(report);
  },
};
