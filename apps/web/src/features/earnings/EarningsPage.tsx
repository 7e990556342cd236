import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { useLiveBalance } from "../../lib/use-live-balance.ts";
import { MoneyHeroLoading } from "../../ui/MoneyHero.tsx";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { BalanceFigures } from "./BalanceFigures.tsx";
import { DailyEarnings } from "./DailyEarnings.tsx";
import "./earnings.css";

/** The partner's money. Withdrawals are a feature of their own, which the router puts beside and below the chart. */
export function EarningsPage() {
  const { t } = useTranslation();
  const balance = useLiveBalance();
  return (
    <Page title={t("earnings.title")}>
      <QueryView result={balance} loading={<MoneyHeroLoading figures="many" />}>
        {(data) => <BalanceFigures balance={data.balance} />}
      </QueryView>
      <div className="earnings-columns">
        <DailyEarnings />
        <Outlet />
      </div>
    </Page>
  );
}
