import { useTranslation } from "react-i18next";
import { Page } from "../../ui/Page.tsx";
import { PartnerSearch } from "./partners/PartnerSearch.tsx";
import { RequestQueue } from "./queue/RequestQueue.tsx";
import { StatsSection } from "./stats/StatsSection.tsx";

export function DashboardPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("admin.title")}>
      <RequestQueue />
      <StatsSection />
      <PartnerSearch />
    </Page>
  );
}
