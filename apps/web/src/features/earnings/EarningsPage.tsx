import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { useLiveBalance } from "../../lib/use-live-balance.ts";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { BalanceFigures } from "./BalanceFigures.tsx";
import { DailyEarnings } from "./DailyEarnings.tsx";

/** The partner's money. Withdrawals are a feature of their own, which the router puts into the middle. */
export function EarningsPage() {
  const { t } = useTranslation();
  const balance = useLiveBalance();
  return (
    <Page title={t("earnings.title")} lead={t("earnings.lead")}>
      <QueryView result={balance}>{(data) => <BalanceFigures balance={data.balance} />}</QueryView>
      <Outlet />
      <DailyEarnings />
    </Page>
  );
}
