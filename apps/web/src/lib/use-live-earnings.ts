import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { EarningsDocument } from "../generated/graphql.ts";
import { useBalanceQuery, useEarningsQuery } from "../generated/hooks.ts";
import { useThrottled } from "./use-throttled.ts";
import { withToday } from "./with-today.ts";

/** At most this often today is asked for again, however many clicks come in. */
const EVERY_MS = 1_000;

/** The partner's last days. As the balance moves, today's follows: one day is asked for, not all of them. */
export function useLiveEarnings(days: number) {
  const client = useApolloClient();
  const earnings = useEarningsQuery({ variables: { days } });
  const { data } = useBalanceQuery({ fetchPolicy: "cache-only" });
  const standing = data && `${data.balance.clicks} ${data.balance.earned}`;
  const known = useRef(standing);

  const ask = async () => {
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
  };
  // What fails now is made up for by the next change, or by coming back to the page.
  const follow = useThrottled(() => void ask().catch(() => undefined), EVERY_MS);

  useEffect(() => {
    if (known.current !== undefined && known.current !== standing) follow();
    known.current = standing;
  }, [standing, follow]);
  return earnings;
}
