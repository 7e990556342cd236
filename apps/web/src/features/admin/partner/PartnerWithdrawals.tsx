import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { usePartnerWithdrawalsQuery } from "../../../generated/hooks.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { LoadMore } from "../../../ui/LoadMore.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import { RequestGrid } from "../decisions/RequestGrid.tsx";
import { useRequestDesk } from "../decisions/use-request-desk.ts";
import { refetchShown } from "../refetch-shown.ts";
import { useLater } from "../use-later.ts";

const PAGE = 20;
const CALM_MS = 300;

/** One partner's requests, decided on as in the queue. */
export function PartnerWithdrawals({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const variables = { id: partner.id, first: PAGE };
  const result = usePartnerWithdrawalsQuery({ variables });
  const requests = result.data?.admin.partner.withdrawals.edges.map(({ node }) => node) ?? [];
  const { client } = result;
  const refreshBalance = useLater(CALM_MS, () => refetchShown(client, "AdminPartner"));
  const desk = useRequestDesk({
    requests,
    onChange: refreshBalance,
    onStranger: (request) => {
      // A new request is the newest of all, and stands on top.
      if (request.partner.id === partner.id) void result.refetch().catch(() => undefined);
    },
  });
  return (
    <QueryView result={result} loading={<Skeletons shape="row" count={4} />}>
      {({ admin }) => {
        const { pageInfo } = admin.partner.withdrawals;
        if (requests.length === 0) return <Empty title={t("partner.noWithdrawals")} />;
        return (
          <>
            <RequestGrid
              label={t("partner.withdrawals")}
              requests={requests}
              desk={desk}
              showPartner={false}
            />
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
