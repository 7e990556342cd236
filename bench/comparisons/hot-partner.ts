import { clickBooks } from "../fixtures/click-books.ts";
import { addPartners, partnersOf } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { startContentFlow } from "../harness/contentflow.ts";
import { load } from "../harness/load.ts";
import { inTurn } from "../harness/rounds.ts";
import { median } from "../harness/statistics.ts";

const PARTNERS = 500;
const LINKS_EACH = 2;
const CONNECTIONS = 64;

export const hotPartner: Comparison = {
  name: "hot-partner",
  title: "Redirects when all clicks are one partner's, beside clicks of 500 partners",
  async run({ rounds, seconds, warmUpSeconds }, report, opened) {
    const contentflow = await opened.open(() => startContentFlow());
    await addPartners(contentflow, PARTNERS, LINKS_EACH);
    const books = clickBooks(contentflow);
    const partners = partnersOf(PARTNERS, LINKS_EACH);
    let firstVisitor = 0;

    const click = async (codes: readonly string[]) => {
      firstVisitor += 500_000;
      const { byTraffic } = await load({
        port: contentflow.port,
        connections: CONNECTIONS,
        seconds,
        warmUpSeconds,
        traffic: [{ name: "clicks", weight: 1, kind: "clicks", codes, firstVisitor }],
      });
      const result = byTraffic["clicks"];
      if (!result) throw new Error("nothing was measured");
      books.answered(result.answered["302"] ?? 0);
      return result;
    };
    const samples = await inTurn(rounds, [
      { name: "500 partners", measure: () => click(partners.flatMap(({ codes }) => codes)) },
      { name: "one partner", measure: () => click(partners[0]?.codes ?? []) },
    ]);
    report.section(`${CONNECTIONS} connections, median of ${rounds}`);
    const rate = (name: string) => median((samples[name] ?? []).map(({ perSecond }) => perSecond));
    report.table(
      "clicks on",
      Object.fromEntries(
        Object.entries(samples).map(([name, results]) => [
          name,
          { "redirects/s": rate(name), "p99 ms": median(results.map(({ latency }) => latency.p99)) },
        ]),
      ),
    );
    report.atLeast("one partner, of the spread case", rate("one partner") / rate("500 partners"), 0.9);
    await books.check(report);
  },
};
