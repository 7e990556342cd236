import { useApolloClient } from "@apollo/client/react";
import { EarningsDocument } from "../generated/graphql.ts";
import { useBalanceQuery, useEarningsQuery } from "../generated/hooks.ts";
import { useOnEarning } from "./use-on-earning.ts";
import { withToday } from "./with-today.ts";

/** At most this often today is asked for again, however many clicks come in. */
const EVERY_MS = 1_000;

/** The partner's last days. As the balance moves, today's follows: one day is asked for, not all of them. */
export function useLiveEarnings(days: number) {
  const client = useApolloClient();
  const earnings = useEarningsQuery({ variables: { days } });
  const { data } = useBalanceQuery({ fetchPolicy: "cache-only" });

  useOnEarning(data?.balance, EVERY_MS, async () => {
    const { data: fresh } = await client.query({
      query: EarningsDocument,
      variables: { days: 1 },
      fetchPolicy: "network-only",
    });
    const today = fresh?.earnings[0];
    const shown = client.readQuery({ query: EarningsDocument, variables: { days } });
    if (!today || !shown) return;
    const merged = withToday(shown.earnings, today);
    if (!merged) await earnings.refetch();
    else client.writeQuery({ query: EarningsDocument, variables: { days }, data: { earnings: merged } });
  });
  return earnings;
}
