import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAdminQueueQuery, useAdminWithdrawalChangedSubscription } from "../../generated/hooks.ts";
import type { WithdrawalStatus } from "../../generated/schema.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { RequestCard } from "./RequestCard.tsx";

const STATUSES = ["REQUESTED", "APPROVED", "PAID", "REJECTED"] as const satisfies readonly WithdrawalStatus[];
const PAGE = 20;

/** The withdrawals of one status; what changes elsewhere changes here. */
export function RequestQueue() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const status = STATUSES.find((known) => known.toLowerCase() === params.get("status")) ?? "REQUESTED";
  const queue = useAdminQueueQuery({ variables: { first: PAGE, status } });
  useAdminWithdrawalChangedSubscription({
    ignoreResults: true,
    onData: ({ client }) => void client.refetchQueries({ include: ["AdminQueue", "AdminStats"] }),
  });
  return (
    <Panel
      title={t("queue.title")}
      actions={
        <FilterLinks
          label={t("queue.filter")}
          param="status"
          value={status.toLowerCase()}
          options={STATUSES.map((value) => ({
            value: value.toLowerCase(),
            label: t(`withdrawalStatus.${value}`),
          }))}
        />
      }
    >
      <QueryView result={queue}>
        {({ admin: { withdrawals } }) => {
          // One that was just decided belongs to another list, also before that list has been fetched again.
          const requests = withdrawals.edges.filter(({ node }) => node.status === status);
          return requests.length === 0 ? (
            <Empty title={t(`queue.empty.${status}`)} />
          ) : (
            <>
              <p className="note" role="status">
                {t("queue.count", { count: withdrawals.totalCount })}
              </p>
              <ul className="cards">
                {requests.map(({ node }) => (
                  <li key={node.id}>
                    <RequestCard request={node} />
                  </li>
                ))}
              </ul>
              <LoadMore
                pageInfo={withdrawals.pageInfo}
                load={(after) => queue.fetchMore({ variables: { first: PAGE, after, status } })}
              />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
