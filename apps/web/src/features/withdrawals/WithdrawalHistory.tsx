import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useWithdrawalChangedSubscription, useWithdrawalsQuery } from "../../generated/hooks.ts";
import type { WithdrawalStatus } from "../../generated/schema.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { STATUSES, statusFilter } from "./status-filter.ts";
import { WithdrawalItem } from "./WithdrawalItem.tsx";

const PAGE = 10;

/** Every withdrawal, newest first; the cache takes over what changes, what comes or goes is fetched. */
export function WithdrawalHistory() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const status = statusFilter(params);
  const variables = { first: PAGE, ...(status && { status }) };
  const withdrawals = useWithdrawalsQuery({ variables });
  useWithdrawalChangedSubscription({
    ignoreResults: true,
    onData: ({ data }) => {
      const changed = data.data?.withdrawalChanged;
      const known = withdrawals.data?.withdrawals.edges.some(({ node }) => node.id === changed?.id);
      if (!known || status) void withdrawals.refetch().catch(() => undefined);
    },
  });
  return (
    <Panel title={t("history.title")}>
      <FilterLinks
        label={t("history.filter")}
        param="status"
        value={status ?? ""}
        options={[
          { value: "", label: t("history.all") },
          ...STATUSES.map((value) => ({ value, label: t(`withdrawalStatus.${value}`) })),
        ]}
      />
      <QueryView result={withdrawals} loading={<Skeletons shape="row" count={3} />}>
        {({ withdrawals: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <NoWithdrawals status={status} />
          ) : (
            <>
              <ul className="withdrawals">
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    <WithdrawalItem withdrawal={node} />
                  </li>
                ))}
              </ul>
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => withdrawals.fetchMore({ variables: { ...variables, after } })}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function NoWithdrawals({ status }: { status: WithdrawalStatus | undefined }) {
  const { t } = useTranslation();
  if (status) return <p className="note">{t(`history.none.${status}`)}</p>;
  return (
    <Empty title={t("history.emptyTitle")}>
      <p>{t("history.emptyBody")}</p>
    </Empty>
  );
}
