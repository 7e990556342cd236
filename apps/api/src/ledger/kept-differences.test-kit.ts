import type { TestApp } from "../testing/test-app.ts";
import { verifyLedger } from "./verify-ledger.ts";

const KEPT =
  /in the \d+ days up to|of the \d+ days up to|of all time|last earned|^program|^board of|listed is/;

/** What the daily proof says of kept totals alone, for books that hold totals by day and nothing that these are of. */
export async function keptDifferences({ app }: Pick<TestApp, "app">): Promise<readonly string[]> {
  const { differences, differenceCount } = await verifyLedger(app);
  if (differenceCount > differences.length) throw new Error("not all differences were listed");
  return differences.filter((difference) => KEPT.test(difference));
}
