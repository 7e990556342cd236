import { readAmount } from "../../lib/amount.ts";

/** What to propose to a partner: money that can go out first, then the first link, then sharing it. */
export function nextStep(state: {
  hasLinks: boolean;
  available: string;
  minimumWithdrawal: string;
}): "withdraw" | "create-link" | "share" {
  const available = readAmount(state.available);
  if (available > 0n && available >= readAmount(state.minimumWithdrawal)) return "withdraw";
  return state.hasLinks ? "share" : "create-link";
}
