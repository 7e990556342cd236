import { addHistory } from "../fixtures/history.ts";
import { asked } from "../fixtures/operations.ts";
import { addPartners, partnersOf, signIn } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { startContentFlow } from "../harness/contentflow.ts";
import { allSucceeded, load } from "../harness/load.ts";
import { rival } from "../harness/paths.ts";
import { inTurn } from "../harness/rounds.ts";
import { startServer } from "../harness/server-process.ts";
import { median } from "../harness/statistics.ts";

const PARTNERS = 1_000;
const SIGNED_IN = 100;
const CONNECTIONS = 64;
const CLICKS = 100_000;

const OURS = asked("Balance");
const THEIRS = {
  query:
    "query ($id: UUID!) { partnerBalanceByPartnerId(partnerId: $id) { available reserved paidOut earned } }",
};

export const graphql: Comparison = {
  name: "graphql",
  title: "A balance through the whole stack, beside a bare route with the same statement, and PostGraphile",
  async run({ quick, rounds, seconds, warmUpSeconds }, report, opened) {
    const APP_SECRET = "the secret that the bare route has to know as well";
    const contentflow = await opened.open(() => startContentFlow({ APP_SECRET }));
    await addPartners(contentflow, PARTNERS, 1);
    await addHistory(contentflow, {
      clicks: quick ? 1_000 : CLICKS,
      partners: PARTNERS,
      days: quick ? 5 : 100,
    });
    const partners = partnersOf(PARTNERS, 1).slice(0, SIGNED_IN);
    const cookies: string[] = [];
    for (const { id } of partners) cookies.push(await signIn(contentflow, "partner", id));
    const CONNECTION = JSON.stringify(contentflow.connection);
    const bare = await opened.open(() =>
      startServer({
        args: [rival("bare-balance")],
        env: { APP_SECRET, CONNECTION },
        readyPath: "/readyz",
      }),
    );
    const postgraphile = await opened.open(() =>
      startServer({
        args: [rival("postgraphile")],
        env: { CONNECTION, GRAPHILE_ENV: "production" },
        readyPath: "/graphql?query=%7B__typename%7D",
      }),
    );

    const ask = async (port: number, path: string, body: Readonly<Record<string, unknown>>) => {
      const people = partners.map(({ id }, index) => ({
        ...(body === THEIRS ? { variables: { id } } : {}),
        cookie: cookies[index] ?? "",
      }));
      const { byTraffic } = await load({
        port,
        connections: CONNECTIONS,
        seconds,
        warmUpSeconds,
        traffic: [{ name: "balance", weight: 1, kind: "query", path, asked: body, people }],
      });
      const result = byTraffic["balance"];
      if (!result) throw new Error("nothing was measured");
      return result;
    };
    const samples = await inTurn(rounds, [
      { name: "ContentFlow", measure: () => ask(contentflow.port, "/graphql", OURS) },
      { name: "bare route", measure: () => ask(bare.port, "/balance", {}) },
      { name: "PostGraphile", measure: () => ask(postgraphile.port, "/graphql", THEIRS) },
    ]);
    report.section(`${CONNECTIONS} connections, median of ${rounds}`);
    const rate = (name: string) => median((samples[name] ?? []).map(({ perSecond }) => perSecond));
    report.table(
      "side",
      Object.fromEntries(
        Object.entries(samples).map(([name, results]) => [
          name,
          {
            "balances/s": rate(name),
            "p50 ms": median(results.map(({ latency }) => latency.p50)),
            "p99 ms": median(results.map(({ latency }) => latency.p99)),
          },
        ]),
      ),
    );
    report.atLeast("of the bare route", rate("ContentFlow") / rate("bare route"), 0.5);
    report.atLeast("of PostGraphile", rate("ContentFlow") / rate("PostGraphile"), 1.2);
    report.check("every question was answered", allSucceeded(Object.values(samples).flat()));
  },
};
