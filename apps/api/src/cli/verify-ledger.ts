import type { App } from "../app.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import type { Output } from "./output.ts";

/** Proves the books and says how it went. Returns the exit code: 0 when they balance, 1 when they do not. */
export async function verifyLedgerCommand(
  app: Pick<App, "database" | "config" | "now">,
  { json }: { readonly json: boolean },
  output: Output,
): Promise<number> {
  const proof = await verifyLedger(app);
  if (json) output.out(JSON.stringify(proof));
  else for (const line of inLines(proof)) output.out(line);
  return proof.ok ? 0 : 1;
}

function inLines({
  ok,
  checked,
  differences,
  differenceCount,
}: Awaited<ReturnType<typeof verifyLedger>>): string[] {
  const { partners, entries, withdrawals, links, days, events } = checked;
  const scope =
    `Checked ${partners} partners, ${entries} journal entries, ${withdrawals} withdrawals, ${links} links, ` +
    `${days} daily totals, ${events} events.`;
  if (ok) return [scope, "The books balance."];
  const unlisted = differenceCount - differences.length;
  const more = unlisted > 0 ? [`  … and ${unlisted} more`] : [];
  return [
    scope,
    `The books do NOT balance: ${differenceCount} ${differenceCount === 1 ? "difference" : "differences"}.`,
    ...differences.map((difference) => `  ${difference}`),
    ...more,
  ];
}
