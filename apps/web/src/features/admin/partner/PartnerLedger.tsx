import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { usePartnerLedgerQuery } from "../../../generated/hooks.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { LoadMore } from "../../../ui/LoadMore.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { ScrollTable } from "../../../ui/ScrollTable.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import { LedgerRow } from "./LedgerRow.tsx";

const PAGE = 25;

/** The partner's journal, with signs as the partner would put them. */
export function PartnerLedger({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const variables = { id: partner.id, first: PAGE };
  const result = usePartnerLedgerQuery({ variables });
  return (
    <QueryView result={result} loading={<Skeletons shape="row" count={6} />}>
      {({ admin }) => {
        const { edges, pageInfo } = admin.partner.ledger;
        if (edges.length === 0) return <Empty title={t("partner.noLedger")} />;
        return (
          <>
            <ScrollTable
              label={t("partner.ledgerTable")}
              columns={[
                { title: t("ledger.day") },
                { title: t("ledger.kind") },
                { title: t("ledger.amount"), number: true },
                { title: t("ledger.accounts") },
                { title: t("ledger.reason") },
              ]}
            >
              {edges.map(({ node }) => (
                <LedgerRow key={node.id} entry={node} />
              ))}
            </ScrollTable>
            <LoadMore
              pageInfo={pageInfo}
              load={(after) => result.fetchMore({ variables: { ...variables, after } })}
            />
          </>
        );
      }}
    </QueryView>
  );
}
