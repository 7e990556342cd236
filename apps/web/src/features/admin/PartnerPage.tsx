import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAdminPartnerQuery } from "../../generated/hooks.ts";
import { refusalOf } from "../../lib/refusal.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { PartnerSections } from "./partner/PartnerSections.tsx";
import { PartnerSummary } from "./partner/PartnerSummary.tsx";
import "./partner/partner.css";

export function PartnerPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id = "" } = useParams();
  const result = useAdminPartnerQuery({ variables: { id } });
  const partner = result.data?.admin.partner;
  const missing = !partner && refusalOf(result.error)?.code === "NOT_FOUND";
  const name = partner?.erasedAt ? t("partner.erasedName") : partner?.email;
  return (
    <Page
      title={missing ? t("partner.notFound") : (name ?? t("partner.title"))}
      lead={
        missing
          ? t("partner.notFoundBody")
          : partner && t("partners.since", { day: format.day(partner.createdAt) })
      }
      actions={
        <Link className="back" to="/admin/partners/dashboard">
          <ArrowLeft aria-hidden="true" size={16} />
          {t("partner.back")}
        </Link>
      }
    >
      {missing ? null : (
        <QueryView
          result={result}
          loading={
            <>
              <Skeletons shape="figure" count={4} />
              <Skeletons shape="row" count={4} />
            </>
          }
        >
          {(data) => (
            <>
              <PartnerSummary partner={data.admin.partner} />
              <PartnerSections partner={data.admin.partner} />
            </>
          )}
        </QueryView>
      )}
    </Page>
  );
}
