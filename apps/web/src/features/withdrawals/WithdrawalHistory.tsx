import { useTranslation } from "react-i18next";
import { useWithdrawalChangedSubscription, useWithdrawalsQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { WithdrawalItem } from "./WithdrawalItem.tsx";

const PAGE = 10;

/** Every withdrawal, newest first; the cache takes over what changes, a new one is fetched. */
export function WithdrawalHistory() {
  const { t } = useTranslation();
  const withdrawals = useWithdrawalsQuery({ variables: { first: PAGE } });
  useWithdrawalChangedSubscription({
    ignoreResults: true,
    onData: ({ data }) => {
      const changed = data.data?.withdrawalChanged.id;
      const known = withdrawals.data?.withdrawals.edges.some(({ node }) => node.id === changed);
      if (!known) void withdrawals.refetch().catch(() => undefined);
    },
  });
  return (
    <Panel title={t("history.title")}>
      <QueryView result={withdrawals}>
        {({ withdrawals: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty title={t("history.emptyTitle")}>
              <p>{t("history.emptyBody")}</p>
            </Empty>
          ) : (
            <>
              <ul className="cards" aria-live="polite">
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    <WithdrawalItem withdrawal={node} />
                  </li>
                ))}
              </ul>
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => withdrawals.fetchMore({ variables: { first: PAGE, after } })}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
