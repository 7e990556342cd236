import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAdminPartnerQuery } from "../../generated/hooks.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { PartnerEvents } from "./PartnerEvents.tsx";
import { PartnerLedger } from "./PartnerLedger.tsx";
import { PartnerSummary } from "./PartnerSummary.tsx";
import { PartnerWithdrawals } from "./PartnerWithdrawals.tsx";

export function PartnerPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = "" } = useParams();
  const result = useAdminPartnerQuery({ variables: { id } });
  const partner = result.data?.admin.partner;
  return (
    <Page
      title={partner?.email ?? t("partner.title")}
      lead={partner ? t("partners.since", { day: format.day(partner.createdAt) }) : undefined}
      actions={<Link to="/admin/partners/dashboard">{t("partner.back")}</Link>}
    >
      <QueryView result={result}>
        {(data) => (
          <>
            <PartnerSummary partner={data.admin.partner} />
            <PartnerWithdrawals id={id} />
            <PartnerLedger id={id} />
            <PartnerEvents id={id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
