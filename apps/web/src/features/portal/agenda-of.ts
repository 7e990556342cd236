import { formatEuros, subtract } from "@contentflow/domain/money";
import type { AgendaEntryFragment, BalanceFiguresFragment } from "../../generated/graphql.ts";
import { readAmount } from "../../lib/amount.ts";
import { drawnShare } from "../../lib/drawn.ts";

/** What a partner waits for, or had better know. */
export type AgendaItem =
  | { kind: "refused" | "approved" | "in-review"; withdrawal: AgendaEntryFragment }
  | { kind: "lapse"; amount: string; on: string }
  | { kind: "to-go"; missing: string; minimum: string; available: string; share: number }
  | { kind: "debt"; amount: string };

interface Standing {
  balance: Pick<BalanceFiguresFragment, "available" | "debt" | "lapsingNext">;
  minimumWithdrawal: string;
  approved: readonly AgendaEntryFragment[];
  requested: readonly AgendaEntryFragment[];
  /** The newest request, whatever became of it. */
  latest: AgendaEntryFragment | undefined;
}

/** In the order in which it matters: what went wrong, what is on its way, what will be lost, what is missing. */
export function agendaOf({
  balance,
  minimumWithdrawal,
  approved,
  requested,
  latest,
}: Standing): AgendaItem[] {
  const items: AgendaItem[] = [];
  // A refusal is news until it has been answered by a new request.
  if (latest?.status === "REJECTED") items.push({ kind: "refused", withdrawal: latest });
  for (const withdrawal of approved) items.push({ kind: "approved", withdrawal });
  for (const withdrawal of requested) items.push({ kind: "in-review", withdrawal });
  if (balance.lapsingNext) items.push({ kind: "lapse", ...balance.lapsingNext });
  if (readAmount(balance.debt) > 0n) items.push({ kind: "debt", amount: balance.debt });
  const available = readAmount(balance.available);
  const minimum = readAmount(minimumWithdrawal);
  if (available < minimum) {
    items.push({
      kind: "to-go",
      missing: formatEuros(subtract(minimum, available)),
      minimum: minimumWithdrawal,
      available: balance.available,
      share: drawnShare(available, minimum),
    });
  }
  return items;
}
