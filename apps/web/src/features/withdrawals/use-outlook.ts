import type { BalanceFiguresFragment, WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { useEarningsQuery } from "../../generated/hooks.ts";
import { type Outlook, outlook } from "./outlook.ts";

/** Days whose pace is taken for the one to come: as many as the chart shows first, so they are mostly there already. */
const PACE_DAYS = 30;

/** Why nothing can be withdrawn yet and when it can; null when it can be. */
export function useOutlook(
  balance: BalanceFiguresFragment,
  program: WithdrawalTermsQuery["program"],
): Outlook | null {
  const { data } = useEarningsQuery({ variables: { days: PACE_DAYS }, fetchPolicy: "cache-first" });
  return outlook({ ...balance, ...program, epc: program.epc }, data?.earnings ?? []);
}
