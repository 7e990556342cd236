import { useTranslation } from "react-i18next";
import { usePortalQuery, usePortalWithdrawalChangedSubscription } from "../../generated/hooks.ts";
import { useLiveBalance } from "../../lib/use-live-balance.ts";
import { MoneyHeroLoading } from "../../ui/MoneyHero.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { Agenda } from "./Agenda.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { LastWeek } from "./LastWeek.tsx";
import { MoreLinks } from "./MoreLinks.tsx";
import { Standing } from "./Standing.tsx";
import "./portal.css";

/** The partner's hub: what there is, what happens next, how the week went, and the way to everything. */
export function PortalPage() {
  const { t } = useTranslation();
  const balance = useLiveBalance();
  const portal = usePortalQuery();
  usePortalWithdrawalChangedSubscription({
    ignoreResults: true,
    onData: () => void portal.refetch().catch(() => undefined),
  });
  return (
    <Page title={t("portal.title")}>
      <QueryView result={balance} loading={<MoneyHeroLoading figures="few" />}>
        {(data) => <Standing balance={data.balance} portal={portal.data} />}
      </QueryView>
      {balance.data && portal.data ? (
        <FirstSteps balance={balance.data.balance} portal={portal.data} refresh={portal.refetch} />
      ) : null}
      <div className="portal-columns">
        <Panel title={t("portal.nextTitle")}>
          <QueryView result={portal} loading={<Skeletons shape="row" count={3} />}>
            {(data) => (balance.data ? <Agenda balance={balance.data.balance} portal={data} /> : null)}
          </QueryView>
        </Panel>
        <LastWeek />
      </div>
      <MoreLinks />
    </Page>
  );
}
