import { useTranslation } from "react-i18next";
import { usePartnerWithdrawalsQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { RequestCard } from "./RequestCard.tsx";

const PAGE = 10;

export function PartnerWithdrawals({ id }: { id: string }) {
  const { t } = useTranslation();
  const result = usePartnerWithdrawalsQuery({ variables: { id, first: PAGE } });
  return (
    <Panel title={t("partner.withdrawals")}>
      <QueryView result={result}>
        {({ admin }) => {
          const { edges, pageInfo } = admin.partner.withdrawals;
          if (edges.length === 0) return <Empty title={t("partner.noWithdrawals")} />;
          return (
            <>
              <ul className="cards">
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    <RequestCard request={node} />
                  </li>
                ))}
              </ul>
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => result.fetchMore({ variables: { id, first: PAGE, after } })}
              />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
