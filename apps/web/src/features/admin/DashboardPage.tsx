import { useTranslation } from "react-i18next";
import { Page } from "../../ui/Page.tsx";
import { PartnerSearch } from "./PartnerSearch.tsx";
import { RequestQueue } from "./RequestQueue.tsx";
import { StatsSection } from "./StatsSection.tsx";

export function DashboardPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("admin.title")} lead={t("admin.lead")}>
      <RequestQueue />
      <StatsSection />
      <PartnerSearch />
    </Page>
  );
}
