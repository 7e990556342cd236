import { useTranslation } from "react-i18next";
import { useBalanceQuery, useWithdrawalTermsQuery } from "../../generated/hooks.ts";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { useArrival } from "./use-arrival.ts";
import { WithdrawalDesk } from "./WithdrawalDesk.tsx";

const ANCHOR = "withdraw";

/** Where money is asked for. The balance is the page's own, which keeps it up to date. */
export function WithdrawalPanel() {
  const { t } = useTranslation();
  useArrival(ANCHOR);
  const balance = useBalanceQuery({ fetchPolicy: "cache-first" });
  const terms = useWithdrawalTermsQuery();
  // One thing to its reader: whichever failed, trying again once is enough.
  const desk = {
    data: balance.data && terms.data && { balance: balance.data.balance, terms: terms.data },
    error: balance.error ?? terms.error,
    refetch: () => Promise.all([balance.refetch(), terms.refetch()]),
  };
  return (
    <div className="withdraw-panel">
      <Panel title={t("withdraw.title")} anchor={ANCHOR}>
        <QueryView result={desk} loading={<Skeletons shape="row" count={4} />}>
          {(data) => <WithdrawalDesk {...data} />}
        </QueryView>
      </Panel>
    </div>
  );
}
