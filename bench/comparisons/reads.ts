import { addHistory } from "../fixtures/history.ts";
import { asked } from "../fixtures/operations.ts";
import { addPartners, partnersOf, signIn, signInAdmin } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { type ContentFlow, startContentFlow } from "../harness/contentflow.ts";
import { allSucceeded, load } from "../harness/load.ts";
import { inTurn } from "../harness/rounds.ts";
import { median } from "../harness/statistics.ts";

const DAYS = 100;
const SIZES = [
  { clicks: 10_000, partners: 1_000 },
  { clicks: 1_000_000, partners: 10_000 },
  { clicks: 10_000_000, partners: 100_000 },
] as const;

interface Read {
  readonly name: string;
  readonly who: "partner" | "admin" | "anyone";
  readonly asked: Readonly<Record<string, unknown>>;
  /** Most milliseconds that the median may take; undefined where there is no goal but to stay flat. */
  readonly under?: number;
}

const READS: readonly Read[] = [
  { name: "balance", who: "partner", under: 3, asked: asked("Balance") },
  { name: "earnings", who: "partner", asked: asked("Earnings", { days: 90 }) },
  ...["LAST_7_DAYS", "LAST_30_DAYS", "LAST_90_DAYS", "ALL_TIME"].map((period) => ({
    name: `leaderboard ${period}`,
    who: "anyone" as const,
    under: 5,
    asked: asked("Leaderboard(", { period }),
  })),
  ...["LAST_30_DAYS", "ALL_TIME"].map((period) => ({
    name: `place on the leaderboard ${period}`,
    who: "partner" as const,
    under: 5,
    asked: asked("LeaderboardPlace(", { period }),
  })),
  ...[30, 366].map((days) => ({
    name: `admin statistics, ${days} days`,
    who: "admin" as const,
    asked: asked("AdminStats", { days }),
  })),
];

export const reads: Comparison = {
  name: "reads",
  title: "What pages read, one request at a time, as history and program grow",
  async run({ rounds, seconds, warmUpSeconds, mostClicks }, report, opened) {
    const filled: { label: string; server: ContentFlow; cookies: Cookies }[] = [];
    for (const size of SIZES.filter(({ clicks }) => clicks <= mostClicks)) {
      const startedAt = performance.now();
      const server = await opened.open(() => startContentFlow());
      await addPartners(server, size.partners, 1);
      await addHistory(server, { ...size, days: DAYS });
      const { exitCode, output } = await server.run("ledger:verify");
      if (exitCode !== 0) report.line(output);
      const label = size.clicks.toLocaleString("en");
      report.check(`the ${label} clicks filled in fit together`, exitCode === 0);
      report.line(`filled in ${label} in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
      filled.push({ label, server, cookies: await signInPeople(server, size.partners) });
    }
    for (const read of READS) {
      const samples = await inTurn(
        rounds,
        filled.map(({ label, server, cookies }) => ({
          name: label,
          measure: async () => {
            const { byTraffic } = await load({
              port: server.port,
              connections: 1,
              seconds: seconds / 2,
              warmUpSeconds: Math.min(warmUpSeconds, 0.5),
              traffic: [
                {
                  name: "read",
                  weight: 1,
                  kind: "query",
                  path: "/graphql",
                  asked: read.asked,
                  people: cookies[read.who],
                },
              ],
            });
            const result = byTraffic["read"];
            if (!result) throw new Error("nothing was measured");
            return result;
          },
        })),
      );
      report.section(`${read.name}, one at a time, median of ${rounds}`);
      const p50 = (name: string) => median((samples[name] ?? []).map(({ latency }) => latency.p50));
      report.table(
        "clicks",
        Object.fromEntries(
          Object.entries(samples).map(([name, results]) => [
            `${read.name}, ${name}`,
            { "p50 ms": p50(name), "p99 ms": median(results.map(({ latency }) => latency.p99)) },
          ]),
        ),
      );
      const [first, last] = [filled.at(0)?.label ?? "", filled.at(-1)?.label ?? ""];
      if (read.under !== undefined) report.under(`${read.name} in ms, ${last}`, p50(last), read.under);
      if (first !== last) report.under(`${read.name}, ${last} against ${first}`, p50(last) / p50(first), 1.2);
      report.check(`every ${read.name} was answered`, allSucceeded(Object.values(samples).flat()));
    }
  },
};

type Cookies = Readonly<Record<Read["who"], readonly { readonly cookie?: string }[]>>;

async function signInPeople(server: ContentFlow, partners: number): Promise<Cookies> {
  const people: { cookie: string }[] = [];
  // From the busiest to those with hardly a click.
  for (const { id } of partnersOf(partners, 1).filter((_, index) => index % (partners / 50) === 0)) {
    people.push({ cookie: await signIn(server, "partner", id) });
  }
  return { partner: people, admin: [{ cookie: await signInAdmin(server) }], anyone: [{}] };
}
