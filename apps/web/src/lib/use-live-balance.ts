import { BalanceDocument } from "../generated/graphql.ts";
import { useBalanceChangedSubscription, useBalanceQuery } from "../generated/hooks.ts";

/** The balance of the signed-in partner, kept up to date while the page is open. */
export function useLiveBalance() {
  useBalanceChangedSubscription({
    ignoreResults: true,
    onData: ({ client, data }) => {
      if (!data.data) return;
      client.writeQuery({ query: BalanceDocument, data: { balance: data.data.balanceChanged } });
    },
  });
  return useBalanceQuery();
}
